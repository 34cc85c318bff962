package org.heliograph.gate;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;

/** What is told about a ruling: all of it to the audit, the originator's part to the originator. */
record Account(ConsumerRecord<byte[], byte[]> record, Answer answer, String policyVersion, Instant decidedAt) {

    // What a sender wrote is repeated only up to this length, so that receipt and audit always fit into a record.
    private static final int LONGEST_NAME = 128;

    static Account of(ConsumerRecord<byte[], byte[]> record, Ruling ruling, String policyVersion, Instant decidedAt) {
        return new Account(record, Answer.of(ruling), policyVersion, decidedAt);
    }

    Ruling ruling() {
        return answer.ruling();
    }

    String chain() {
        return record.topic() + "-" + record.partition();
    }

    String dispatch() {
        return chain() + "@" + record.offset();
    }

    String owner() {
        return Topics.owner(record.topic());
    }

    Outcome outcome() {
        return answer.outcome();
    }

    @Nullable
    String rule() {
        return answer.rule();
    }

    Receipt receipt() {
        Findings findings = ruling().findings();
        Envelope envelope = findings.envelope();
        return Receipt.newBuilder()
                .setDispatch(dispatch())
                .setSeq(findings.seq())
                .setExpectedSeq(findings.expectedSeq())
                .setEventId(envelope == null ? null : envelope.getEventId().toString())
                .setEventType(envelope == null ? null : bounded(envelope.getEventType()))
                .setContextId(envelope == null ? null : bounded(envelope.getContextId()))
                .setOutcome(outcome())
                .setRule(rule())
                .setReason(answer.reason())
                .setReleasedTo(answer.releasedTo())
                .setWithheldFrom(answer.withheldFrom())
                .setPolicyVersion(policyVersion)
                .setDecidedAt(decidedAt)
                .build();
    }

    /** Without its place in the chain. */
    AuditDecision.Builder audit() {
        Findings findings = ruling().findings();
        Envelope envelope = findings.envelope();
        return AuditDecision.newBuilder()
                .setChain(chain())
                .setOffset(record.offset())
                .setDispatchHash(ChainHash.sha256(record.value() == null ? new byte[0] : record.value()))
                .setSeq(findings.seq())
                .setExpectedSeq(findings.expectedSeq())
                .setOriginator(owner())
                .setEventId(envelope == null ? null : envelope.getEventId().toString())
                .setEventType(envelope == null ? null : bounded(envelope.getEventType()))
                .setContextId(envelope == null ? null : bounded(envelope.getContextId()))
                .setTlp(envelope == null ? null : envelope.getTlp().name())
                .setPriority(envelope == null ? null : envelope.getPriority().name())
                .setOutcome(outcome())
                .setRule(rule())
                .setReason(answer.reason())
                .setDecisions(answer.decisions())
                .setPolicyVersion(policyVersion)
                .setDecidedAt(decidedAt)
                // What came again was not judged, whatever it holds.
                .setFacts(ruling() instanceof Ruling.Repeated ? null : findings.facts());
    }

    private static @Nullable String bounded(String text) {
        return text.length() <= LONGEST_NAME ? text : null;
    }
}
