package org.heliograph.operations.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signs in the name of a party.
 *
 * @param until when it ends, if it does; at that instant it signs no longer
 */
public record KeyInForce(String kid, @Nullable Instant until) {}
