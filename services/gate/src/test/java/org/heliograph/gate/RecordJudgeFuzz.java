package org.heliograph.gate;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Position;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.MalformedValueException;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.Oracle;
import org.heliograph.sharing.fuzz.Choices;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges records of an outbox: nothing crashes, nobody gets what the oracle denies, and of what is well signed
 * everybody gets what the oracle allows. The offer that the oracle sees is read here a second time, by other code than
 * the gate's.
 */
public final class RecordJudgeFuzz {

    private static final RecordJudge JUDGE = new RecordJudge(new DispatchReader(1_000_000));

    /** Where somebody is in distress, or a vessel is, positions are not rounded (R14). */
    private static final Set<String> EXACT = Set.of("MaritimeDistress", "MaritimeVesselRequest");

    private static final int LARGEST_RECORD = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    interface Gate {

        Ruling.Verdict examine(GatePolicy policy, String owner, Instant at, byte[] value);
    }

    private RecordJudgeFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        check(RecordJudgeFuzz::judge, input);
    }

    /** Forgets whom the originator excludes. */
    public static final class Forgetful {

        private Forgetful() {}

        public static void fuzzerTestOneInput(byte[] input) {
            check(Forgetful::examine, input);
        }

        static Ruling.Verdict examine(GatePolicy policy, String owner, Instant at, byte[] value) {
            Optional<Dispatch> read = dispatch(value);
            if (read.isEmpty()) {
                return judge(policy, owner, at, value);
            }
            Dispatch dispatch = read.get();
            Distribution distribution = Distribution.newBuilder(dispatch.getDistribution())
                    .setNotReleasableTo(List.of())
                    .build();
            byte[] event = bytes(dispatch);
            return judge(
                    policy,
                    owner,
                    at,
                    AnyDispatch.dispatch(dispatch.getSeq(), distribution, event, dispatch.getSignature()));
        }
    }

    /** Takes every signature for a good one. */
    public static final class Gullible {

        private Gullible() {}

        public static void fuzzerTestOneInput(byte[] input) {
            check(Gullible::examine, input);
        }

        static Ruling.Verdict examine(GatePolicy policy, String owner, Instant at, byte[] value) {
            Ruling.Verdict verdict = judge(policy, owner, at, value);
            Optional<Dispatch> read = dispatch(value);
            if (read.isEmpty() || verdict.findings().envelope() == null) {
                return verdict;
            }
            Dispatch dispatch = read.get();
            WireValue event = WireValue.split(dispatch.getEvent());
            Schema schema = policy.eventSchema(event.schemaId()).orElseThrow().schema();
            EventSigner signer =
                    AnyDispatch.CATALOGUE.signer(verdict.findings().envelope().getOriginatorParty());
            String signature = AnyDispatch.signature(schema, event.binary(), signer);
            return judge(
                    policy,
                    owner,
                    at,
                    AnyDispatch.dispatch(dispatch.getSeq(), dispatch.getDistribution(), bytes(dispatch), signature));
        }
    }

    static void check(Gate gate, byte[] input) {
        AnyDispatch offered = AnyDispatch.of(new Choices(input));
        Ruling.Verdict verdict = gate.examine(
                offered.policy(), offered.owner(), offered.at(), offered.value().array());
        Set<String> allowed = allowed(offered);
        Set<String> released = released(verdict);
        if (verdict instanceof Ruling.Refused refused
                && refused.refusal().told().contains("cannot be judged")) {
            throw new AssertionError("the judge crashed");
        }
        if (!allowed.containsAll(released)) {
            throw new AssertionError(
                    "released to %s, though only %s may have it: %s".formatted(released, allowed, offered));
        }
        if (offered.isWhole() && !released.equals(allowed)) {
            throw new AssertionError(
                    "%s may have it, released to %s: %s, %s".formatted(allowed, released, verdict, offered));
        }
        checkOutputs(offered, verdict, released);
    }

    private static void checkOutputs(AnyDispatch offered, Ruling.Verdict verdict, Set<String> released) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                Topics.outbox(offered.owner()),
                0,
                7,
                new byte[0],
                offered.value().array());
        Ruling ruling = RecordJudge.rule(PartitionState.START, verdict);
        List<ProducerRecord<byte[], byte[]>> outputs = Outputs.of(
                        offered.policy(), PartitionState.START, record, ruling, offered.at())
                .records();
        Set<String> readers = new TreeSet<>();
        for (ProducerRecord<byte[], byte[]> output : outputs) {
            byte[] value = output.value();
            boolean ours =
                    output.topic().equals(Topics.AUDIT) || output.topic().equals(Topics.receipts(offered.owner()));
            if (value != null && value.length > LARGEST_RECORD) {
                throw new AssertionError("%d bytes for %s".formatted(value.length, output.topic()));
            }
            if (value != null && !ours) {
                if (!ByteBuffer.wrap(value).equals(offered.event())) {
                    throw new AssertionError("the copy in %s is not what was signed".formatted(output.topic()));
                }
                String[] topic = output.topic().split("\\.", 3);
                readers.add(topic[0].equals("public") ? "public" : topic[1]);
            }
        }
        if (!readers.equals(released)) {
            throw new AssertionError("copies for %s, released to %s".formatted(readers, released));
        }
    }

    private static Ruling.Verdict judge(GatePolicy policy, String owner, Instant at, byte[] value) {
        return JUDGE.examine(policy, owner, at, value);
    }

    private static Set<String> released(Ruling.Verdict verdict) {
        return verdict instanceof Ruling.Released released
                ? switch (released.sinks()) {
                    case Ruling.Sinks.Inboxes inboxes -> inboxes.recipients();
                    case Ruling.Sinks.PublicTopic everybody -> Set.of("public");
                }
                : Set.of();
    }

    /** By the oracle, if the dispatch holds the event that was signed; nobody else's word counts. */
    private static Set<String> allowed(AnyDispatch offered) {
        return dispatch(offered.value().array())
                .filter(dispatch -> offered.isSigned()
                        && dispatch.getSeq() > 0
                        && dispatch.getEvent().equals(offered.event()))
                .map(dispatch -> Oracle.whoGets(
                        offered.policy().policy(), offer(offered, dispatch.getDistribution()), offered.at()))
                .orElse(Set.of());
    }

    private static Optional<Dispatch> dispatch(byte[] value) {
        try {
            byte[] binary = WireValue.split(value).binary();
            return Optional.of(AvroBinary.decode(Dispatch.class, EventSchemas.of(Dispatch.class), binary));
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Dispatch dispatch) {
        byte[] bytes = new byte[dispatch.getEvent().remaining()];
        dispatch.getEvent().duplicate().get(bytes);
        return bytes;
    }

    private static Offer offer(AnyDispatch offered, Distribution distribution) {
        byte[] binary = WireValue.split(offered.event()).binary();
        Envelope envelope = AvroBinary.envelope(offered.schema(), binary);
        JsonNode event =
                JSON.readTree(AvroBinary.decode(offered.schema(), binary).toString());
        List<Position> positions = new ArrayList<>();
        if (!EXACT.contains(offered.schema().getName())) {
            event.findParents("lat")
                    .forEach(at -> positions.add(new Position(number(at, "lat"), number(at, "lon"), null)));
        }
        SortedMap<String, String> fields = new TreeMap<>();
        List<String> judged = new ArrayList<>(Offer.JUDGED);
        judged.add(offered.policy()
                .policy()
                .event(envelope.getEventType())
                .map(EventPolicy::variants)
                .map(variants -> variants.field())
                .orElse(""));
        for (String name : judged) {
            JsonNode value = event.path(name);
            if (!value.isMissingNode() && !value.isNull()) {
                fields.put(name, value.isValueNode() ? value.asString() : "");
            }
        }
        return new Offer(offered.owner(), offered.schema().getFullName(), envelope, distribution, positions, fields);
    }

    /** What is no number stands there as text. */
    private static double number(JsonNode at, String name) {
        return Double.parseDouble(at.path(name).asString());
    }
}
