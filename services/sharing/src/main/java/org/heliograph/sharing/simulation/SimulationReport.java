package org.heliograph.sharing.simulation;

import java.util.List;
import java.util.SortedMap;

/**
 * What another policy would have decided otherwise.
 *
 * @param read decisions that were looked at
 * @param replayed of them, those that were decided again
 * @param notReplayed why the others were not
 * @param changedSince replayed ones about which the policy that is compared with would itself decide otherwise than was
 *     decided then, by an earlier version
 * @param unfaithful replayed ones that were decided by the very version that is compared with, and come out otherwise
 *     now. That is a fault: none is expected
 * @param changed replayed ones about which the other policy decides otherwise: somebody gains, somebody loses, or a
 *     rule is another one
 * @param outcomes records that would be released or refused otherwise
 * @param parties who gains and who loses copies
 * @param rules decisions about one party that would be made by another rule or in another way
 */
public record SimulationReport(
        long read,
        long replayed,
        NotReplayed notReplayed,
        long changedSince,
        long unfaithful,
        long changed,
        List<OutcomeChange> outcomes,
        List<PartyChange> parties,
        List<RuleChange> rules) {

    /**
     * Decisions that stay out of the comparison.
     *
     * @param repeated came again, and were not judged again
     * @param beforeThePolicy refused for form, owner or signature, by rule: no policy would change that
     * @param withoutFacts the audit does not hold what a replay needs
     */
    public record NotReplayed(long repeated, SortedMap<String, Long> beforeThePolicy, long withoutFacts) {}

    /** Events of one type, of which so many would end otherwise. */
    public record OutcomeChange(String eventType, String from, String to, long records) {}

    /** Copies of events of one type that the party would get in addition, and those that it would not. */
    public record PartyChange(String party, String eventType, long gains, long loses) {}

    /** So many decisions about one event and one party. */
    public record RuleChange(String from, String to, long decisions) {}
}
