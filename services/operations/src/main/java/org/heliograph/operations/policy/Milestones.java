package org.heliograph.operations.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a version took effect, place by place, by the clock of operations.
 *
 * @param identity when identity had taken the list of suspended parties; nothing if it did not
 * @param gate when every instance of the gate that lives judged by it; nothing if one did not in time
 * @param broker when every right was gone that the version does not have
 */
public record Milestones(
        @Nullable Instant identity, @Nullable Instant gate, Instant broker) {}
