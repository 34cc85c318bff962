package org.heliograph.operations.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which policy is meant.
 *
 * @param files content of the YAML files by name; unless given, those of the configured folder
 * @param rollbackTo a version that was in force before, or the beginning of its hash; excludes files
 */
public record PolicyRequest(
        @Nullable Map<String, String> files, @Nullable String rollbackTo) {

    /** The files of the configured folder. */
    public static final PolicyRequest CONFIGURED = new PolicyRequest(null, null);
}
