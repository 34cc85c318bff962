package org.heliograph.operations.redelivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Redelivery;

/** Decisions of the gate as its audit tells them: route alerts, marked GREEN, that name nobody. */
final class Decisions {

    static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private Decisions() {}

    /** An alert of which these parties got a copy. */
    static AuditDecision.Builder alert(String originator, int partition, long offset, Instant at, String... to) {
        return AuditDecision.newBuilder()
                .setChain("outbox.%s-%d".formatted(originator, partition))
                .setIndex(offset + 1)
                .setPreviousHash("0".repeat(64))
                .setOffset(offset)
                .setDispatchHash("0".repeat(64))
                .setOriginator(originator)
                .setEventId(UUID.randomUUID().toString())
                .setEventType("alert.route")
                .setContextId("exercise:" + UUID.randomUUID())
                .setTlp("GREEN")
                .setPriority("HIGH")
                .setOutcome(Outcome.RELEASED)
                .setDecisions(List.of(to).stream()
                        .map(party -> new PartyDecision(party, true, "R2", "community"))
                        .toList())
                .setPolicyVersion("v")
                .setDecidedAt(at)
                .setFacts(JudgedFacts.newBuilder()
                        .setSchemaName("org.heliograph.events.AlertRoute")
                        .setLane("OPERATIONAL")
                        .setStatus("EXERCISE")
                        .setPurposes(List.of("STRATEGIC_ANALYSIS"))
                        .build())
                .setHash("0".repeat(64));
    }

    /** The end of what a command asked for. */
    static AuditDecision again(Redelivery asked, String originator, Instant at, String rule) {
        return alert(originator, asked.getPartition(), asked.getOffset(), at)
                .setChain("gate.redeliveries-" + asked.getPartition())
                .setRedelivery(asked)
                .setOutcome(rule.isEmpty() ? Outcome.RELEASED : Outcome.REFUSED)
                .setRule(rule.isEmpty() ? null : rule)
                .setDecisions(List.of(new PartyDecision(
                        asked.getParty(), rule.isEmpty(), rule.isEmpty() ? "R2" : rule, "as it was decided")))
                .build();
    }
}
