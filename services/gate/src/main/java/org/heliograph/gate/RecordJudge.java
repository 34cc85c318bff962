package org.heliograph.gate;

import java.util.HashSet;
import java.util.Set;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.signing.Verification;
import org.heliograph.gate.Ruling.Sinks;
import org.heliograph.sharing.Judgement;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.Sharing;
import org.heliograph.sharing.SharingDecision;
import org.heliograph.sharing.policy.EventPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one outbox record: format, sequence, schema, owner, signature, and then the sharing policy. Pure: the same
 * policy, state and bytes always end in the same ruling.
 */
final class RecordJudge {

    private static final Logger LOG = LoggerFactory.getLogger(RecordJudge.class);

    private final DispatchReader reader;

    RecordJudge(DispatchReader reader) {
        this.reader = reader;
    }

    /**
     * Never throws: a record on which our own code fails is refused, and the gate goes on.
     *
     * @param owner the party that owns the outbox
     */
    Ruling judge(GatePolicy policy, String owner, PartitionState state, byte @Nullable [] value) {
        try {
            return ruling(policy, owner, state, reader.read(policy, value));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error(
                    "event=judging-failed owner={} error={}",
                    owner,
                    e.getClass().getName());
            return new Ruling.Refused(
                    Findings.NONE, new SharingDecision.Refused(Rule.FORMAT, "the record cannot be judged"));
        }
    }

    private static Ruling ruling(GatePolicy policy, String owner, PartitionState state, Reading reading) {
        return switch (reading) {
            case Reading.Nothing nothing -> new Ruling.Refused(Findings.NONE, nothing.refusal());
            case Reading.Broken broken -> {
                Findings findings = findings(state, broken.dispatch(), broken.envelope());
                yield isRepeated(state, broken.dispatch())
                        ? repeated(state, findings)
                        : new Ruling.Refused(findings, broken.refusal());
            }
            case Reading.Whole whole -> {
                Findings findings = findings(state, whole.dispatch(), whole.envelope());
                yield isRepeated(state, whole.dispatch())
                        ? repeated(state, findings)
                        : ruling(policy, owner, findings, whole);
            }
        };
    }

    private static Ruling ruling(GatePolicy policy, String owner, Findings findings, Reading.Whole whole) {
        Envelope envelope = whole.envelope();
        if (!envelope.getOriginatorParty().equals(owner)) {
            return refused(
                    findings, Rule.OWNER, "the event is not from '%s', the owner of the outbox".formatted(owner));
        }
        SignedContent content = whole.content();
        if (content == null) {
            return refused(findings, Rule.SIGNATURE, "the context id has more than one line and cannot be signed");
        }
        if (policy.verifier().verify(content, whole.dispatch().getSignature())
                instanceof Verification.Invalid invalid) {
            return refused(
                    findings, Rule.SIGNATURE, "no valid signature of '%s': %s".formatted(owner, invalid.reason()));
        }
        Distribution distribution = whole.dispatch().getDistribution();
        Offer offer = new Offer(owner, whole.schema().name(), envelope, distribution, whole.positions());
        return switch (Sharing.judge(policy.policy(), offer)) {
            case Judgement.Rejected rejected ->
                new Ruling.Refused(findings, rejected.refusal(), rejected.decisions(), named(distribution));
            case Judgement.Accepted accepted -> {
                EventPolicy event =
                        policy.policy().event(envelope.getEventType()).orElseThrow();
                yield released(findings, whole, new Sinks.Inboxes(accepted.recipients(), event.family()), accepted);
            }
            case Judgement.Public everybody ->
                released(findings, whole, new Sinks.PublicTopic(owner, envelope.getEventType()), everybody);
        };
    }

    private static Ruling released(Findings findings, Reading.Whole whole, Sinks sinks, Judgement judgement) {
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

    private static Findings findings(PartitionState state, Dispatch dispatch, @Nullable Envelope envelope) {
        // Written so that the largest number that there is cannot overflow.
        boolean gap = dispatch.getSeq() - 1 > state.lastSequence();
        return new Findings(dispatch.getSeq(), gap ? state.expectedSequence() : null, envelope);
    }

    private static boolean isRepeated(PartitionState state, Dispatch dispatch) {
        return dispatch.getSeq() <= state.lastSequence();
    }

    private static Ruling repeated(PartitionState state, Findings findings) {
        return new Ruling.Repeated(
                findings, "number %d was taken before; the last is %d".formatted(findings.seq(), state.lastSequence()));
    }

    private static Set<String> named(Distribution distribution) {
        Set<String> named = new HashSet<>(distribution.getReleasableTo());
        named.addAll(distribution.getNotReleasableTo());
        return named;
    }

    private static Ruling refused(Findings findings, Rule rule, String reason) {
        return new Ruling.Refused(findings, new SharingDecision.Refused(rule, reason));
    }
}
