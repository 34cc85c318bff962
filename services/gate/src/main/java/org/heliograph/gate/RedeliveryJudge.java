package org.heliograph.gate;

import java.time.Instant;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Envelope;
import org.heliograph.events.Redelivery;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.SharingDecision;
import org.heliograph.sharing.policy.Topics;

/**
 * Judges a dispatch again, for one party: as any other of its outbox, by the policy of now, and then by what its
 * originator has said of it since. Pure. Any thread.
 */
final class RedeliveryJudge {

    private final RecordJudge judge;

    RedeliveryJudge(RecordJudge judge) {
        this.judge = judge;
    }

    /**
     * What becomes of it. Never throws.
     *
     * @param at when it is judged, as it stands in the audit
     */
    Ruling.Verdict examine(GatePolicy policy, Instant at, Asked asked) {
        return switch (asked) {
            case Asked.Unreadable unreadable ->
                new Ruling.Refused(
                        Findings.NONE,
                        new SharingDecision.Refused(
                                Rule.FORMAT, "unreadable, or not in the partition of its dispatch"));
            case Asked.Gone gone ->
                new Ruling.Refused(
                        Findings.NONE.again(gone.redelivery()),
                        new SharingDecision.Refused(Rule.GONE, "its outbox does not hold it any more"));
            case Asked.There there -> {
                String owner = Topics.owner(there.redelivery().getOutbox());
                yield forOne(
                        there, judge.examine(policy, owner, at, there.dispatch().value()));
            }
        };
    }

    private static Ruling.Verdict forOne(Asked.There there, Ruling.Verdict verdict) {
        Findings findings = verdict.findings().again(there.redelivery());
        return switch (verdict) {
            case Ruling.Refused refused -> new Ruling.Refused(findings, refused.refusal());
            case Ruling.Released released -> {
                Envelope envelope = released.envelope();
                yield there.handled().is(envelope.getEventId())
                        ? new Ruling.Refused(
                                findings,
                                new SharingDecision.Refused(
                                        Rule.R6, "its originator has said since how it is to be handled"))
                        : forOne(there.redelivery(), findings, released);
            }
        };
    }

    private static Ruling.Verdict forOne(Redelivery redelivery, Findings findings, Ruling.Released released) {
        if (!(released.sinks() instanceof Ruling.Sinks.Inboxes inboxes)) {
            return new Ruling.Refused(
                    findings, new SharingDecision.Refused(Rule.PUBLIC, "everybody can read it in its public topic"));
        }
        String party = redelivery.getParty();
        SortedMap<String, SharingDecision> decisions = new TreeMap<>();
        SharingDecision decision = released.decisions().get(party);
        if (decision == null) {
            return new Ruling.Refused(
                    findings,
                    new SharingDecision.Refused(Rule.R2, "'%s' is its originator or no party".formatted(party)));
        }
        decisions.put(party, decision);
        return decision instanceof SharingDecision.Released
                ? new Ruling.Released(
                        findings,
                        released.envelope(),
                        released.schema(),
                        released.event(),
                        released.signature(),
                        new Ruling.Sinks.Inboxes(new TreeSet<>(Set.of(party)), inboxes.family(), inboxes.recall()),
                        decisions,
                        Set.of())
                : new Ruling.Refused(
                        findings,
                        new SharingDecision.Refused(decision.rule(), decision.reason(), decision.change()),
                        decisions,
                        Set.of());
    }
}
