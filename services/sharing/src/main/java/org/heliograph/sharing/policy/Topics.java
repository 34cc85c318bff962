package org.heliograph.sharing.policy;

/** Names of the topics, all derived from party, family and event. */
public final class Topics {

    public static final String AUDIT = "audit.decisions";
    public static final String POLICY_VERSIONS = "policy.versions";
    public static final String POLICY_HEAD = "policy.head";
    /** Who changed the policy, when and why: one record for each proposal and each application. */
    public static final String POLICY_CHANGES = "policy.changes";
    /** By which version each instance of the gate judges; a record is renewed as long as the instance lives. */
    public static final String POLICY_ADOPTED = "policy.adopted";
    /** What operators ask the gate to deliver again: a pointer to a dispatch in each record, and no content. */
    public static final String REDELIVERIES = "gate.redeliveries";

    /** The family of receipts; no event may use it. */
    public static final String RECEIPTS = "receipts";

    /** With what the names of topics begin that everybody may read. */
    public static final String PUBLIC = "public.";

    private static final String OUTBOX = "outbox.";

    private Topics() {}

    /** The only topic that the party may write. */
    public static String outbox(String party) {
        return OUTBOX + party;
    }

    /** The topic that takes the party's copies of a family's events. */
    public static String inbox(String party, String family) {
        return "inbox." + party + "." + family;
    }

    /** The topic of what everybody may read of an event, keyed by originator and case. */
    public static String publicTopic(String eventType) {
        return PUBLIC + eventType;
    }

    public static String receipts(String party) {
        return inbox(party, RECEIPTS);
    }

    /** The party that owns an outbox topic. */
    public static String owner(String outbox) {
        if (!outbox.startsWith(OUTBOX)) {
            throw new IllegalArgumentException("not an outbox topic: " + outbox);
        }
        return outbox.substring(OUTBOX.length());
    }
}
