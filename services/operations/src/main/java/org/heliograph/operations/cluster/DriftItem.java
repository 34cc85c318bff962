package org.heliograph.operations.cluster;

/**
 * One thing that is not as the policy in force says.
 *
 * @param what in words
 */
public record DriftItem(Kind kind, String what) {

    public enum Kind {
        MISSING_TOPIC,
        FOREIGN_TOPIC,
        PARTITIONS,
        TOPIC_SETTING,
        MISSING_RIGHT,
        FOREIGN_RIGHT,
        QUOTA,
        SUBJECT,
        SUSPENSION
    }

    /** Whether it gives this principal, or everybody, a right that the policy does not have. */
    public boolean isRightOf(String principal) {
        return kind == Kind.FOREIGN_RIGHT
                && !what.contains(" may not ")
                && (what.startsWith("User:" + principal + " may ") || what.startsWith("User:* may "));
    }
}
