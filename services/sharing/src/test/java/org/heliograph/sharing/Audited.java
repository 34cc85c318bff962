package org.heliograph.sharing;

import java.time.Instant;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.sharing.SharingDecision.Published;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.policy.Policy;

/** Decisions as the gate audits them. */
public final class Audited {

    private Audited() {}

    public static AuditDecision of(Policy policy, Offer offer, Instant at) {
        Envelope envelope = offer.envelope();
        Judgement judgement = Sharing.judge(policy, offer, at);
        return AuditDecision.newBuilder()
                .setChain("outbox.%s-0".formatted(offer.owner()))
                .setIndex(1)
                .setPreviousHash("")
                .setOffset(0)
                .setDispatchHash("")
                .setOriginator(offer.owner())
                .setEventType(envelope.getEventType())
                .setContextId(envelope.getContextId())
                .setTlp(envelope.getTlp().name())
                .setOutcome(judgement instanceof Judgement.Rejected ? Outcome.REFUSED : Outcome.RELEASED)
                .setRule(
                        judgement instanceof Judgement.Rejected rejected
                                ? rejected.refusal().rule().id()
                                : null)
                .setDecisions(judgement.decisions().entrySet().stream()
                        .map(entry -> new PartyDecision(
                                entry.getKey(),
                                entry.getValue() instanceof Released || entry.getValue() instanceof Published,
                                entry.getValue().rule().id(),
                                entry.getValue().told()))
                        .toList())
                .setPolicyVersion(policy.version())
                .setDecidedAt(at)
                .setFacts(Facts.of(policy, offer, at).orElse(null))
                .setHash("")
                .build();
    }
}
