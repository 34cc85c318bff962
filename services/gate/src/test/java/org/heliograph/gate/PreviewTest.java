package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.Tlp;
import org.heliograph.gate.Preview.Withheld;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.unit.DataSize;

class PreviewTest {

    private static final GateProperties PROPERTIES =
            new GateProperties("1", 500, DataSize.ofMegabytes(8), DataSize.ofKilobytes(100), 2);

    private final Platform platform = new Platform();
    private final GatePolicy policy = platform.gatePolicy();
    private final RecordJudge judge = new RecordJudge(new DispatchReader(100_000));
    private final CurrentPolicy policies = new CurrentPolicy();
    private final PreviewController controller = new PreviewController(policies, judge, PROPERTIES);

    @Test
    void saysOfAnUnsignedDispatchWhatTheGateSaysOfTheSignedOne() {
        for (SpecificRecord event : events()) {
            for (String[] named : new String[][] {{}, {"unodc"}, {"unodc", "xa-coastguard", "xb"}, {"nobody"}}) {
                String owner = ((Envelope) event.get(0)).getOriginatorParty();

                Ruling.Verdict signed = judge.examine(policy, owner, Events.AT, platform.dispatch(1, event, named));

                assertThat(preview(owner, platform.dispatch(1, Platform.wire(event), "", named)))
                        .isEqualTo(Preview.of(signed, policy.version(), Events.AT));
            }
        }
    }

    @Test
    void saysOfEveryMutilationWhatTheGateSays() {
        byte[] value = platform.dispatch(1, Events.request("xa"), "unodc");
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            byte[] mutated = value.clone();
            mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
            Preview real = Preview.of(judge.examine(policy, "xa", Events.AT, mutated), policy.version(), Events.AT);
            if (!"SIGNATURE".equals(real.rule())) {
                assertThat(preview("xa", mutated)).isEqualTo(real);
            }
        }
    }

    @Test
    void tellsOfThoseAloneWhomTheOriginatorNamed() {
        Preview preview =
                preview("xa", platform.dispatch(1, Platform.wire(Events.request("xa")), "", "unodc", "research"));

        assertThat(preview.outcome()).isEqualTo(Outcome.RELEASED);
        assertThat(preview.releasedTo()).containsExactly("unodc", "unodc-field-south");
        assertThat(preview.withheldFrom()).extracting(Withheld::party).containsExactly("research");
    }

    @Test
    void refusesWhatIsOfAnotherPartyAndTellsNothingOfItsRecipients() {
        Preview preview = preview("xb", platform.dispatch(1, Platform.wire(Events.request("xa")), "", "unodc"));

        assertThat(preview.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(preview.rule()).isEqualTo("OWNER");
        assertThat(preview.releasedTo()).isEmpty();
        assertThat(preview.withheldFrom()).isEmpty();
    }

    @Test
    void refusesACaseThatCouldNotBeSigned() {
        CoopRequest request = Events.request("xa");
        Envelope twoLines = Envelope.newBuilder(request.getEnvelope())
                .setContextId("exercise:\nx")
                .build();
        byte[] event = Platform.wire(
                CoopRequest.newBuilder(request).setEnvelope(twoLines).build());

        assertThat(preview("xa", platform.dispatch(1, event, "", "unodc")).rule())
                .isEqualTo("SIGNATURE");
    }

    @Test
    void answersByThePolicyOfTheMomentForThePartyOfTheToken() throws IOException {
        policies.set(policy);
        byte[] dispatch = platform.dispatch(1, Platform.wire(Events.request("xa")), "", "unodc");

        Preview own = Objects.requireNonNull(ask("xa", dispatch).getBody());
        Preview other = Objects.requireNonNull(ask("xb", dispatch).getBody());

        assertThat(own.outcome()).isEqualTo(Outcome.RELEASED);
        assertThat(own.policyVersion()).isEqualTo(policy.version());
        assertThat(other.rule()).isEqualTo("OWNER");
    }

    @Test
    void asksToComeAgainWhileThereIsNoPolicy() throws IOException {
        ResponseEntity<Preview> answer = ask("xa", new byte[] {1});

        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    }

    @Test
    void asksToComeAgainWhileAnotherPreviewOfThePartyRuns() throws IOException {
        policies.set(policy);
        byte[] dispatch = platform.dispatch(1, Platform.wire(Events.request("xa")), "", "unodc");
        ResponseEntity<Preview> second = askWhileAnotherRuns(dispatch);

        assertThat(second.getStatusCode().value()).isEqualTo(503);
        assertThat(ask("xa", dispatch).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void takesNoBodyThatIsLargerThanADispatchCanBe() throws IOException {
        policies.set(policy);

        assertThat(ask("xa", new byte[200_000]).getStatusCode().value()).isEqualTo(413);
        assertThat(ask("xa", new byte[100_000]).getBody())
                .isNotNull()
                .extracting(Preview::rule)
                .isEqualTo("FORMAT");
    }

    private ResponseEntity<Preview> askWhileAnotherRuns(byte[] dispatch) throws IOException {
        List<ResponseEntity<Preview>> second = new ArrayList<>();
        controller.preview(
                new ByteArrayInputStream(dispatch) {
                    @Override
                    public byte[] readNBytes(int most) throws IOException {
                        second.add(ask("xa", dispatch));
                        return super.readNBytes(most);
                    }
                },
                token("xa"));
        return second.getFirst();
    }

    private Iterable<SpecificRecord> events() {
        return Stream.<SpecificRecord>of(
                        Events.request("xa"),
                        Events.request("xb"),
                        Events.alert("iom"),
                        Events.alert("iom", 12.34, -1.2),
                        Events.incident("xa", 34.52, 24.01),
                        Events.observation("iom", Tlp.CLEAR),
                        Events.observation("iom", Tlp.GREEN))
                .toList();
    }

    private Preview preview(String owner, byte[] value) {
        return Preview.of(judge.preview(policy, owner, Events.AT, value), policy.version(), Events.AT);
    }

    private ResponseEntity<Preview> ask(String party, byte[] dispatch) throws IOException {
        return controller.preview(new ByteArrayInputStream(Arrays.copyOf(dispatch, dispatch.length)), token(party));
    }

    private static Jwt token(String party) {
        return Jwt.withTokenValue("token")
                .header("alg", "ES256")
                .claim("party", party)
                .build();
    }
}
