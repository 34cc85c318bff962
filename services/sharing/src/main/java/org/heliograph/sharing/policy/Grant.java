package org.heliograph.sharing.policy;

import java.time.Instant;
import java.util.Optional;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/**
 * A time-boxed exception: the party may receive, when named, what the matrix does not give it, for one purpose alone.
 * It lifts neither clearance nor lane, and never crosses the protection firewall (R7).
 *
 * @param id unique in the policy
 * @param variant the only variant of the event that it is for; all if absent
 * @param legalBasis why it is lawful
 * @param caseReference the only context id that it is for, or {@link #ANY_CASE}
 * @param requestedBy function of who asked, never a name
 * @param approvedBy function of another one who approved; without, it covers nothing from AMBER up
 * @param from when it begins
 * @param until when it has ended: at that instant it is no longer in force
 */
public record Grant(
        String id,
        String party,
        String event,
        Optional<String> variant,
        Purpose purpose,
        String legalBasis,
        String caseReference,
        String requestedBy,
        Optional<String> approvedBy,
        Instant from,
        Instant until) {

    /** The case reference of a grant for every case. */
    public static final String ANY_CASE = "any";

    public boolean isInForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    public boolean isFor(String contextId) {
        return caseReference.equals(ANY_CASE) || caseReference.equals(contextId);
    }

    /** From AMBER up a second person must have approved. */
    public boolean covers(Tlp marking) {
        return marking.compareTo(Tlp.AMBER) < 0 || approvedBy.isPresent();
    }
}
