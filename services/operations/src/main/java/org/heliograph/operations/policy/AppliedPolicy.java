package org.heliograph.operations.policy;

import java.time.Instant;

/**
 * The policy that is in force.
 *
 * @param version lower-case hex SHA-256 of its content
 * @param appliedAt when the broker took it as the current one
 */
public record AppliedPolicy(String version, Instant appliedAt) {}
