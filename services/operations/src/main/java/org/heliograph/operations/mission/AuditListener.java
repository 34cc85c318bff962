package org.heliograph.operations.mission;

import org.heliograph.events.AuditDecision;
import org.heliograph.sharing.policy.Policy;

/** Learns what the gate decides. Called on the thread that follows the audit. */
public interface AuditListener {

    /** The audit is read from its beginning from now on: all that was learnt from it is forgotten. */
    void clear();

    /**
     * Takes a decision, after those that the gate wrote to this partition of the audit before.
     *
     * @param policy the version in force
     */
    void take(int partition, AuditDecision decision, Policy policy);
}
