package org.heliograph.gate;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.signing.Verification;
import org.heliograph.gate.Ruling.Sinks;
import org.heliograph.sharing.Facts;
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
        return examine(policy, owner, at, value, RecordJudge::signature);
    }

    /**
     * What {@link #examine} would say of the same record once it is signed. Never throws.
     *
     * @param owner the party whose outbox it would lie in
     */
    Ruling.Verdict preview(GatePolicy policy, String owner, Instant at, byte[] value) {
        return examine(policy, owner, at, value, RecordJudge::form);
    }

    /**
     * The event of its own of which the owner of the outbox says in this record how it is to be handled. Whether the
     * record itself was released is not asked: who wants something back shall not see it come again. Never throws.
     */
    Optional<UUID> handled(GatePolicy policy, String owner, byte @Nullable [] value) {
        try {
            return reader.read(policy, value) instanceof Reading.Whole whole
                            && owner(owner, whole).isEmpty()
                    ? Recall.about(whole.contents()
                            .offer(
                                    policy.policy(),
                                    owner,
                                    whole.envelope(),
                                    whole.dispatch().getDistribution()))
                    : Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error(
                    "event=reading-again-failed owner={} error={}",
                    owner,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    private Ruling.Verdict examine(
            GatePolicy policy, String owner, Instant at, byte @Nullable [] value, SignatureRule signatures) {
        try {
            return verdict(policy, owner, at, reader.read(policy, value), signatures);
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

    /** What a readable event owes for its signature. */
    private interface SignatureRule {

        Optional<SharingDecision.Refused> refusal(GatePolicy policy, String owner, Instant at, Reading.Whole whole);
    }

    private static Ruling.Verdict verdict(
            GatePolicy policy, String owner, Instant at, Reading reading, SignatureRule signatures) {
        return switch (reading) {
            case Reading.Nothing nothing -> new Ruling.Refused(Findings.NONE, nothing.refusal());
            case Reading.Broken broken ->
                new Ruling.Refused(Findings.of(broken.dispatch().getSeq(), broken.envelope()), broken.refusal());
            case Reading.Whole whole ->
                owner(owner, whole)
                        .or(() -> signatures.refusal(policy, owner, at, whole))
                        .<Ruling.Verdict>map(refusal -> new Ruling.Refused(findings(whole), refusal))
                        .orElseGet(() -> verdict(policy, owner, at, whole));
        };
    }

    private static Optional<SharingDecision.Refused> owner(String owner, Reading.Whole whole) {
        return whole.envelope().getOriginatorParty().equals(owner)
                ? Optional.empty()
                : refused(Rule.OWNER, "the event is not from '%s', the owner of the outbox".formatted(owner));
    }

    private static Optional<SharingDecision.Refused> form(
            GatePolicy policy, String owner, Instant at, Reading.Whole whole) {
        return whole.content() == null
                ? refused(Rule.SIGNATURE, "the context id has more than one line and cannot be signed")
                : Optional.empty();
    }

    private static Optional<SharingDecision.Refused> signature(
            GatePolicy policy, String owner, Instant at, Reading.Whole whole) {
        SignedContent content = whole.content();
        if (content == null) {
            return form(policy, owner, at, whole);
        }
        return switch (policy.verifier().verify(content, whole.dispatch().getSignature())) {
            case Verification.Invalid invalid ->
                refused(Rule.SIGNATURE, "no valid signature of '%s': %s".formatted(owner, invalid.reason()));
            case Verification.Valid valid ->
                policy.endOfKey(owner, valid.keyId(), at)
                        .flatMap(end -> refused(
                                Rule.SIGNATURE, "the key %s of '%s' ended at %s".formatted(valid.keyId(), owner, end)));
        };
    }

    private static Ruling.Verdict verdict(GatePolicy policy, String owner, Instant at, Reading.Whole whole) {
        Envelope envelope = whole.envelope();
        Distribution distribution = whole.dispatch().getDistribution();
        Offer offer = whole.contents().offer(policy.policy(), owner, envelope, distribution);
        Findings findings =
                findings(whole).judgedBy(Facts.of(policy.policy(), offer, at).orElse(null));
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

    private static Findings findings(Reading.Whole whole) {
        return Findings.of(whole.dispatch().getSeq(), whole.envelope());
    }

    private static Optional<SharingDecision.Refused> refused(Rule rule, String reason) {
        return Optional.of(new SharingDecision.Refused(rule, reason));
    }
}
