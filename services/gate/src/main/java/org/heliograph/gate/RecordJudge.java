package org.heliograph.gate;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.signing.Verification;
import org.heliograph.gate.Ruling.Sinks;
import org.heliograph.sharing.Judgement;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Recall;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.Sharing;
import org.heliograph.sharing.SharingDecision;
import org.heliograph.sharing.policy.EventPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one outbox record: format, schema, owner, signature and the sharing policy, which need nothing but the record;
 * then its number, which needs what came before it. Pure: the same policy, instant, state and bytes always end in the
 * same ruling. Any thread.
 */
final class RecordJudge {

    private static final Logger LOG = LoggerFactory.getLogger(RecordJudge.class);

    private final DispatchReader reader;

    RecordJudge(DispatchReader reader) {
        this.reader = reader;
    }

    /**
     * What becomes of a record if its number is the one that should come next. Never throws: a record on which our own
     * code fails is refused, and the gate goes on.
     *
     * @param owner the party that owns the outbox
     * @param at when it is judged, as it stands in the audit
     */
    Ruling.Verdict examine(GatePolicy policy, String owner, Instant at, byte @Nullable [] value) {
        try {
            return verdict(policy, owner, at, reader.read(policy, value));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error(
                    "event=judging-failed owner={} error={}",
                    owner,
                    e.getClass().getName());
            return new Ruling.Refused(
                    Findings.NONE, new SharingDecision.Refused(Rule.FORMAT, "the record cannot be judged"));
        }
    }

    /** What becomes of it, whatever its number is. */
    static Ruling rule(PartitionState state, Ruling.Verdict examined) {
        Long seq = examined.findings().seq();
        if (seq == null) {
            return examined;
        }
        if (seq <= state.lastSequence()) {
            return new Ruling.Repeated(
                    examined.findings(),
                    "number %d was taken before; the last is %d".formatted(seq, state.lastSequence()));
        }
        // Written so that the largest number that there is cannot overflow.
        boolean gap = seq - 1 > state.lastSequence();
        return gap ? examined.after(state.expectedSequence()) : examined;
    }

    private static Ruling.Verdict verdict(GatePolicy policy, String owner, Instant at, Reading reading) {
        return switch (reading) {
            case Reading.Nothing nothing -> new Ruling.Refused(Findings.NONE, nothing.refusal());
            case Reading.Broken broken ->
                new Ruling.Refused(Findings.of(broken.dispatch().getSeq(), broken.envelope()), broken.refusal());
            case Reading.Whole whole ->
                verdict(policy, owner, at, Findings.of(whole.dispatch().getSeq(), whole.envelope()), whole);
        };
    }

    private static Ruling.Verdict verdict(
            GatePolicy policy, String owner, Instant at, Findings findings, Reading.Whole whole) {
        Envelope envelope = whole.envelope();
        if (!envelope.getOriginatorParty().equals(owner)) {
            return refused(
                    findings, Rule.OWNER, "the event is not from '%s', the owner of the outbox".formatted(owner));
        }
        SignedContent content = whole.content();
        if (content == null) {
            return refused(findings, Rule.SIGNATURE, "the context id has more than one line and cannot be signed");
        }
        Optional<String> flaw = flaw(
                policy,
                owner,
                at,
                policy.verifier().verify(content, whole.dispatch().getSignature()));
        if (flaw.isPresent()) {
            return refused(findings, Rule.SIGNATURE, flaw.get());
        }
        Distribution distribution = whole.dispatch().getDistribution();
        Offer offer = whole.contents().offer(policy.policy(), owner, envelope, distribution);
        return switch (Sharing.judge(policy.policy(), offer, at)) {
            case Judgement.Rejected rejected ->
                new Ruling.Refused(findings, rejected.refusal(), rejected.decisions(), named(distribution));
            case Judgement.Accepted accepted -> {
                EventPolicy event =
                        policy.policy().event(envelope.getEventType()).orElseThrow();
                Optional<Recall> recall = Recall.of(policy.policy(), offer);
                yield released(
                        findings, whole, new Sinks.Inboxes(accepted.recipients(), event.family(), recall), accepted);
            }
            case Judgement.Public everybody ->
                released(findings, whole, new Sinks.PublicTopic(owner, envelope.getEventType()), everybody);
        };
    }

    /** What is wrong with a signature at this instant; nothing, usually. */
    private static Optional<String> flaw(GatePolicy policy, String owner, Instant at, Verification verification) {
        return switch (verification) {
            case Verification.Invalid invalid ->
                Optional.of("no valid signature of '%s': %s".formatted(owner, invalid.reason()));
            case Verification.Valid valid ->
                policy.endOfKey(owner, valid.keyId(), at)
                        .map(end -> "the key %s of '%s' ended at %s".formatted(valid.keyId(), owner, end));
        };
    }

    private static Ruling.Verdict released(Findings findings, Reading.Whole whole, Sinks sinks, Judgement judgement) {
        return new Ruling.Released(
                findings,
                whole.envelope(),
                whole.schema(),
                whole.event(),
                whole.dispatch().getSignature(),
                sinks,
                judgement.decisions(),
                named(whole.dispatch().getDistribution()));
    }

    private static Set<String> named(Distribution distribution) {
        Set<String> named = new HashSet<>(distribution.getReleasableTo());
        named.addAll(distribution.getNotReleasableTo());
        return named;
    }

    private static Ruling.Verdict refused(Findings findings, Rule rule, String reason) {
        return new Ruling.Refused(findings, new SharingDecision.Refused(rule, reason));
    }
}
