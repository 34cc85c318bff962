package org.heliograph.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.SharingDecision;
import org.heliograph.sharing.SharingDecision.Published;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a ruling: all of it to the audit, the originator's part to the originator.
 *
 * @param decisions on each party, by its id
 */
record Account(
        ConsumerRecord<byte[], byte[]> record,
        Ruling ruling,
        List<PartyDecision> decisions,
        String policyVersion,
        Instant decidedAt) {

    // What a sender wrote is repeated only up to these lengths, so that receipt and audit always fit into a record.
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_REASON = 500;

    static Account of(ConsumerRecord<byte[], byte[]> record, Ruling ruling, String policyVersion, Instant decidedAt) {
        return new Account(record, ruling, decisions(ruling), policyVersion, decidedAt);
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

    Receipt receipt() {
        Findings findings = ruling.findings();
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
                .setReason(reason())
                .setReleasedTo(recipients())
                .setWithheldFrom(withheldFrom())
                .setPolicyVersion(policyVersion)
                .setDecidedAt(decidedAt)
                .build();
    }

    /** Without its place in the chain. */
    AuditDecision.Builder audit() {
        Findings findings = ruling.findings();
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
                .setReason(reason())
                .setDecisions(decisions)
                .setPolicyVersion(policyVersion)
                .setDecidedAt(decidedAt);
    }

    Outcome outcome() {
        return switch (ruling) {
            case Ruling.Released released -> Outcome.RELEASED;
            case Ruling.Refused refused -> Outcome.REFUSED;
            case Ruling.Repeated repeated -> Outcome.REPEATED;
        };
    }

    /** Id of the rule by which nobody got a copy. */
    @Nullable
    String rule() {
        Rule rule = switch (ruling) {
            case Ruling.Released released -> null;
            case Ruling.Refused refused -> refused.refusal().rule();
            case Ruling.Repeated repeated -> repeated.rule();
        };
        return rule == null ? null : rule.id();
    }

    private @Nullable String reason() {
        String reason = switch (ruling) {
            case Ruling.Released released -> recalled(released);
            case Ruling.Refused refused -> refused.refusal().told();
            case Ruling.Repeated repeated -> repeated.reason();
        };
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    private static @Nullable String recalled(Ruling.Released released) {
        return released.sinks() instanceof Ruling.Sinks.Inboxes inboxes
                ? inboxes.recall()
                        .map(recall -> "takes %s back from the family %s".formatted(recall.eventId(), recall.family()))
                        .orElse(null)
                : null;
    }

    private List<String> recipients() {
        return decisions.stream()
                .filter(PartyDecision::getReleased)
                .map(PartyDecision::getParty)
                .toList();
    }

    private List<PartyDecision> withheldFrom() {
        Set<String> named = switch (ruling) {
            case Ruling.Released released -> released.named();
            case Ruling.Refused refused -> refused.named();
            case Ruling.Repeated repeated -> Set.of();
        };
        return decisions.stream()
                .filter(decision -> !decision.getReleased() && named.contains(decision.getParty()))
                .toList();
    }

    private static List<PartyDecision> decisions(Ruling ruling) {
        Map<String, SharingDecision> decisions = switch (ruling) {
            case Ruling.Released released -> released.decisions();
            case Ruling.Refused refused -> refused.decisions();
            case Ruling.Repeated repeated -> Map.of();
        };
        List<PartyDecision> told = new ArrayList<>(decisions.size());
        decisions.forEach((party, decision) -> told.add(
                new PartyDecision(party, isReleased(decision), decision.rule().id(), decision.told())));
        return told;
    }

    private static boolean isReleased(SharingDecision decision) {
        return switch (decision) {
            case Released released -> true;
            case Published published -> true;
            case Withheld withheld -> false;
            case Refused refused -> false;
        };
    }

    private static @Nullable String bounded(String text) {
        return text.length() <= LONGEST_NAME ? text : null;
    }
}
