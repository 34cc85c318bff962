package org.heliograph.gate;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;

/** What is told about a ruling: all of it to the audit, the originator's part to the originator. */
record Account(ConsumerRecord<byte[], byte[]> record, Answer answer, String policyVersion, Instant decidedAt) {

    // What a sender wrote is repeated only up to this length, so that receipt and audit always fit into a record.
    private static final int LONGEST_NAME = 128;

    private static final String NOBODY = "?";
    private static final String AGAIN = "delivered again, as operators were asked to";

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

    /** The party whose dispatch it is; {@link #NOBODY} where nobody can tell what is to be delivered again. */
    String owner() {
        Redelivery again = ruling().findings().redelivery();
        if (again != null) {
            return Topics.owner(again.getOutbox());
        }
        return Redeliveries.areIn(record.topic()) ? NOBODY : Topics.owner(record.topic());
    }

    /**
     * Whether the originator is told. It is of everything that it put into its outbox, and of each copy; what somebody
     * is not given again changes nothing for it, and why is not its business.
     */
    boolean isReceipted() {
        return !Redeliveries.areIn(record.topic()) || ruling() instanceof Ruling.Released;
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
                .setReason(findings.redelivery() == null ? answer.reason() : AGAIN)
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
                .setFacts(ruling() instanceof Ruling.Repeated ? null : findings.facts())
                .setRecalledEventId(answer.recalledEventId())
                .setRedelivery(findings.redelivery());
    }

    private static @Nullable String bounded(String text) {
        return text.length() <= LONGEST_NAME ? text : null;
    }
}
