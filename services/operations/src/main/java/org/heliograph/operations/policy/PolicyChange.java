package org.heliograph.operations.policy;

import java.time.Instant;
import java.util.List;
import org.heliograph.operations.plan.Change;
import org.heliograph.operations.plan.PartyAccess;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the history of the policy. Holds what the files say, no event and nobody's data.
 *
 * @param plan id of the plan: the same for a proposal and its application
 * @param base version that was in force before; nothing at the very first
 * @param proposer username of the operator, or {@link #FIRST_START}
 * @param approver another operator; nobody where access only narrows
 * @param reason of the proposer
 * @param approvalReason of the approver
 */
public record PolicyChange(
        State state,
        String plan,
        String version,
        @Nullable String base,
        String proposer,
        @Nullable String approver,
        String reason,
        @Nullable String approvalReason,
        Instant at,
        List<Change> changes,
        List<PartyAccess> access) {

    /** Who applied the policy of an empty cluster. */
    public static final String FIRST_START = "(first start)";

    /** A proposal waits for an approval; what is applied is in force from then on. */
    public enum State {
        PROPOSED,
        APPLIED
    }

    public PolicyChange {
        changes = List.copyOf(changes);
        access = List.copyOf(access);
    }

    PolicyChange approved(String by, String why, Instant when) {
        return new PolicyChange(State.APPLIED, plan, version, base, proposer, by, reason, why, when, changes, access);
    }

    /** The part that one party may know: that a version came, and what it means for that party. */
    public List<PartyAccess> accessOf(String party) {
        return access.stream().filter(one -> one.party().equals(party)).toList();
    }
}
