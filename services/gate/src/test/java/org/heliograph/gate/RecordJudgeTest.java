package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.Receipt;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordJudgeTest {

    private static final PartitionState AFTER_5 = new PartitionState(5, 9, "a".repeat(64));
    private static final int LARGEST = 1_000_000;

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(LARGEST));

    @Test
    void releasesToThoseWhomThePolicyAndTheOriginatorAllow() {
        CoopRequest request = Events.request("xa");

        Ruling ruling = judge("xa", platform.dispatch(6, request, "unodc"));

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Released.class, released -> {
            assertThat(released.sinks())
                    .isEqualTo(new Ruling.Sinks.Inboxes(
                            new TreeSet<>(Set.of("unodc", "unodc-field-south")), "cooperation", Optional.empty()));
            assertThat(released.findings().seq()).isEqualTo(6L);
            assertThat(released.findings().expectedSeq()).isNull();
            assertThat(released.findings().envelope()).isEqualTo(request.getEnvelope());
        });
    }

    @Test
    void releasesWhatIsClearToItsPublicTopicAlone() {
        ResearchObservation observation = Events.observation("iom", Tlp.CLEAR);

        Ruling ruling = judge("iom", platform.dispatch(6, observation));

        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Released.class,
                        released -> assertThat(released.sinks())
                                .isEqualTo(new Ruling.Sinks.PublicTopic("iom", "research.observation")));
    }

    @Test
    void refusesWhatIsClearAndNamesSomebody() {
        assertRefused(
                judge("iom", platform.dispatch(6, Events.observation("iom", Tlp.CLEAR), "unodc")), Rule.PUBLIC, 6L);
    }

    @Test
    void refusesAnIncidentWhosePositionIsTooFine() {
        assertRefused(judge("xa", platform.dispatch(6, Events.incident("xa", 34.521, 24.01), "unodc")), Rule.R14, 6L);
        assertThat(judge("xa", platform.dispatch(6, Events.incident("xa", 34.52, 24.01), "unodc")))
                .isInstanceOf(Ruling.Released.class);
    }

    @Test
    void refusesAnEventOfAnotherOriginator() {
        Ruling ruling = judge("xb", platform.dispatch(6, Events.request("unodc"), "xa"));

        assertRefused(ruling, Rule.OWNER, 6L);
    }

    @Test
    void refusesASignatureOfAnotherParty() {
        CoopRequest request = Events.request("xa");
        String foreign = Platform.sign(request, platform.signer("xb"));

        assertRefused(judge("xa", dispatch(6, request, foreign, "unodc")), Rule.SIGNATURE, 6L);
    }

    @Test
    void refusesASignatureByAKeyThatIsNotInThePolicyThoughItHasTheSameId() {
        CoopRequest request = Events.request("xa");
        String forged = Platform.sign(request, new EventSigner(Platform.key("xa-1")));

        assertRefused(judge("xa", dispatch(6, request, forged, "unodc")), Rule.SIGNATURE, 6L);
    }

    @Test
    void refusesTheSignatureOfAnotherEvent() {
        String other = Platform.sign(Events.request("xa"), platform.signer("xa"));

        assertRefused(judge("xa", dispatch(6, Events.request("xa"), other, "unodc")), Rule.SIGNATURE, 6L);
        assertRefused(judge("xa", dispatch(6, Events.request("xa"), "", "unodc")), Rule.SIGNATURE, 6L);
    }

    @Test
    void refusesAnEventThatNamesNobody() {
        assertRefused(judge("xa", platform.dispatch(6, Events.request("xa"))), Rule.R1, 6L);
    }

    @Test
    void refusesAPositionThatIsTooFineWhereverItStands() {
        assertRefused(judge("iom", platform.dispatch(6, Events.alert("iom", 12.34, -1.2))), Rule.R14, 6L);
        assertThat(judge("iom", platform.dispatch(6, Events.alert("iom", 12.3, -1.2))))
                .isInstanceOf(Ruling.Released.class);
    }

    @Test
    void refusesAnUnknownSchemaId() {
        CoopRequest request = Events.request("xa");
        byte[] event = WireValue.join(999, AvroBinary.encode(request));

        assertRefused(judge("xa", platform.dispatch(6, event, "", "unodc")), Rule.SCHEMA, 6L);
    }

    @Test
    void refusesARecordOfTheSpineAsAnEvent() {
        byte[] event = WireValue.join(Platform.id(Receipt.class), new byte[] {1, 2, 3});

        assertRefused(judge("xa", platform.dispatch(6, event, "", "unodc")), Rule.SCHEMA, 6L);
    }

    @Test
    void refusesAnEventThatIsNoDispatch() {
        assertRefused(judge("xa", Platform.wire(Events.request("xa"))), Rule.FORMAT, null);
    }

    @Test
    void refusesNothingAndNumbersBelowOne() {
        assertRefused(judge("xa", null), Rule.FORMAT, null);
        assertRefused(judge("xa", new byte[0]), Rule.FORMAT, null);
        assertRefused(judge("xa", platform.dispatch(0, Events.request("xa"), "unodc")), Rule.FORMAT, null);
        assertRefused(judge("xa", platform.dispatch(-7, Events.request("xa"), "unodc")), Rule.FORMAT, null);
    }

    @Test
    void refusesRandomBytes() {
        Random random = new Random(20261123);

        for (int round = 0; round < 2_000; round++) {
            byte[] value = new byte[random.nextInt(400)];
            random.nextBytes(value);
            assertRefused(judge("xb", value), Rule.FORMAT, null);
        }
    }

    @Test
    void refusesEachTruncation() {
        byte[] value = platform.dispatch(6, Events.request("xa"), "unodc");

        for (int length = 0; length < value.length; length++) {
            assertRefused(judge("xa", Arrays.copyOf(value, length)), Rule.FORMAT, null);
        }
    }

    @Test
    void refusesATruncatedEventWithinAWholeDispatch() {
        CoopRequest request = Events.request("xa");
        byte[] event = Platform.wire(request);

        for (int length = 5; length < event.length; length += 7) {
            Ruling ruling = judge("xa", platform.dispatch(6, Arrays.copyOf(event, length), "", "unodc"));
            assertRefused(ruling, Rule.FORMAT, 6L);
        }
        assertRefused(
                judge("xa", platform.dispatch(6, Arrays.copyOf(event, event.length + 1), "", "unodc")),
                Rule.FORMAT,
                6L);
    }

    @Test
    void refusesAHundredMillionItemsWithoutMakingThem() throws IOException {
        AlertRoute alert = Events.alert("xb");
        var bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        bytes.write(AvroBinary.encode(alert.getEnvelope()));
        encoder.writeString("route-7");
        for (int vocabulary = 0; vocabulary < 4; vocabulary++) {
            encoder.writeEnum(0);
        }
        encoder.writeArrayStart();
        encoder.setItemCount(100_000_000);
        byte[] event = WireValue.join(Platform.id(AlertRoute.class), bytes.toByteArray());

        Ruling ruling = judge("xb", platform.dispatch(6, event, "", "xa"));

        assertRefused(ruling, Rule.FORMAT, 6L);
        assertThat(ruling.findings().envelope()).isEqualTo(alert.getEnvelope());
    }

    @Test
    void refusesAnEventThatIsTooLargeForACopy() {
        byte[] event = new byte[LARGEST + 1];

        assertRefused(judge("xa", platform.dispatch(6, event, "", "unodc")), Rule.FORMAT, 6L);
    }

    @Test
    void refusesAContextIdThatCannotBeSigned() {
        CoopRequest request = Events.request("xa");
        Envelope twoLines = Envelope.newBuilder(request.getEnvelope())
                .setContextId("exercise:\nx")
                .build();
        byte[] event = Platform.wire(
                CoopRequest.newBuilder(request).setEnvelope(twoLines).build());

        assertRefused(judge("xa", platform.dispatch(6, event, "", "unodc")), Rule.SIGNATURE, 6L);
    }

    @Test
    void refusesAMarkingBelowTheFloor() {
        CoopRequest request = Events.request("xa");
        Envelope green =
                Envelope.newBuilder(request.getEnvelope()).setTlp(Tlp.GREEN).build();
        byte[] value = platform.dispatch(
                6, CoopRequest.newBuilder(request).setEnvelope(green).build(), "unodc");

        assertRefused(judge("xa", value), Rule.R1, 6L);
    }

    @Test
    void endsANumberThatWasTakenAsRepeatedWhateverItHolds() {
        assertThat(judge("xa", platform.dispatch(5, Events.request("xa"), "unodc")))
                .isInstanceOf(Ruling.Repeated.class);
        assertThat(judge("xa", platform.dispatch(1, new byte[] {7}, "", "unodc")))
                .isInstanceOf(Ruling.Repeated.class);
    }

    @Test
    void judgesAsUsualAfterAGapAndSaysWhatIsMissing() {
        Ruling ruling = judge("xa", platform.dispatch(9, Events.request("xa"), "unodc"));

        assertThat(ruling).isInstanceOf(Ruling.Released.class);
        assertThat(ruling.findings().seq()).isEqualTo(9L);
        assertThat(ruling.findings().expectedSeq()).isEqualTo(6L);
    }

    @Test
    void survivesAJumpToTheEndOfAllNumbers() {
        byte[] last = platform.dispatch(Long.MAX_VALUE, Events.request("xa"), "unodc");
        PartitionState end = new PartitionState(Long.MAX_VALUE, 10, "b".repeat(64));

        assertThat(judge("xa", last).findings().expectedSeq()).isEqualTo(6L);
        assertThat(judge(end, "xa", last)).isInstanceOf(Ruling.Repeated.class);
        assertThat(judge(end, "xa", platform.dispatch(7, Events.request("xa"), "unodc")))
                .isInstanceOf(Ruling.Repeated.class);
    }

    @Test
    void endsWithARulingWhateverIsFlipped() {
        byte[] value = platform.dispatch(6, Events.request("xa"), "unodc");
        Random random = new Random(7);

        for (int round = 0; round < 3_000; round++) {
            byte[] mutated = value.clone();
            mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            Ruling ruling = judge("xa", mutated);
            if (ruling instanceof Ruling.Released released) {
                // Sequence and distribution are not signed: only they may change without being refused.
                assertThat(released.envelope().getOriginatorParty()).isEqualTo("xa");
                assertThat(released.event().remaining()).isEqualTo(Platform.wire(Events.request("xa")).length);
            }
        }
    }

    private byte[] dispatch(long seq, CoopRequest request, String signature, String recipient) {
        return platform.dispatch(seq, Platform.wire(request), signature, recipient);
    }

    private Ruling judge(String owner, byte @Nullable [] value) {
        return judge(AFTER_5, owner, value);
    }

    private Ruling judge(PartitionState state, String owner, byte @Nullable [] value) {
        return RecordJudge.rule(state, judge.examine(policy, owner, Events.AT, value));
    }

    private static void assertRefused(Ruling ruling, Rule rule, @Nullable Long seq) {
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Refused.class, refused -> {
            assertThat(refused.refusal().rule()).isEqualTo(rule);
            assertThat(refused.findings().seq()).isEqualTo(seq);
        });
    }
}
