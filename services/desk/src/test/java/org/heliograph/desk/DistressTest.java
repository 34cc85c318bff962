package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.Envelope;
import org.heliograph.events.MaritimeDistress;
import org.heliograph.events.MessageType;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DistressTest {

    private static final String DISTRESS = "/api/v1/maritime/distress";

    private static TwoDesks desks;
    private static TestDesk xa;
    private static TestDesk unodc;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
        xa = desks.xa;
        unodc = desks.unodc;
    }

    @AfterEach
    void emptyTheBags() {
        desks.emptyTheBags();
    }

    @Test
    void isRelayedAtOnceWithItsPositionAsFineAsItIsKnown() {
        Answer answer = xa.post(DISTRESS, distress("one", Map.of("personsOnBoard", 58)));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        assertThat(xa.mailbag().take()).singleElement().satisfies(letter -> {
            assertThat(letter.distribution().getReleasableTo()).isEmpty();
            MaritimeDistress event = (MaritimeDistress) letter.event();
            Envelope envelope = event.getEnvelope();
            assertThat(envelope.getPriority()).isEqualTo(Priority.FLASH);
            assertThat(envelope.getTlp()).isEqualTo(Tlp.GREEN);
            assertThat(envelope.getPermittedPurposes())
                    .containsExactly(Purpose.SAFETY_OF_LIFE, Purpose.STRATEGIC_ANALYSIS);
            assertThat(event.getPosition().getLat()).isEqualTo(34.51237);
            assertThat(event.getPersonsOnBoard()).hasValue(58);
            assertThat(event.getSpeedKn()).isEmpty();
        });
    }

    @Test
    void withoutARescueCentreThatWasToldIsRefusedAndSaysWhatToDo() {
        int before = xa.rows();

        Answer answer = xa.post(DISTRESS, without("mrccNotified"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("mrccNotified");
        assertThat(answer.body().at("/errors/0/problem").asString()).startsWith("tell the rescue coordination centre");
        assertThat(xa.rows()).isEqualTo(before);
        assertThat(xa.mailbag().take()).isEmpty();
    }

    @Test
    void isOneCaseInWhichTheLastWordStands() {
        String first = relay("two", Map.of("condition", List.of("ADRIFT")));
        String second = relay("two", Map.of("condition", List.of("SINKING", "PERSONS_IN_WATER")));
        String other = relay("three", Map.of());
        String ended = relay("two", Map.of("phase", "ENDED"));
        List<Letter> sent = xa.mailbag().take();

        assertThat(sent)
                .extracting(letter -> ((Envelope) letter.event().get(0)).getMsgType())
                .containsExactly(MessageType.ALERT, MessageType.UPDATE, MessageType.ALERT, MessageType.UPDATE);
        assertThat(contexts(sent)).hasSize(2);
        Deliveries.deliver(sent, unodc);
        assertThat(ids(unodc.get(DISTRESS + "?direction=IN&size=2"))).containsExactly(ended, other);
        assertThat(ids(unodc.get(DISTRESS + "?distressId=two&originator=xa"))).containsExactly(ended);
        assertThat(ids(unodc.get(DISTRESS + "?distressId=two&history=true"))).containsExactly(ended, second, first);
        JsonNode received = unodc.get(DISTRESS + "/" + second).body();
        assertThat(received.get("superseded").asBoolean()).isTrue();
        assertThat(received.at("/distress/position/lon").asDouble()).isEqualTo(24.00981);
        assertThat(received.at("/distress/mrccNotified/name").asString()).isEqualTo("MRCC Port Alpha");
        assertThat(received.get("distress").has("personsOnBoard")).isFalse();
    }

    @Test
    void staysOneCaseThoughOfficersSpeakOfItAtOnce() {
        List<Answer> answers = Deliveries.atOnce(8, _ -> xa.post(DISTRESS, distress("four", Map.of())));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(contexts(xa.mailbag().take())).hasSize(1);
        assertThat(ids(xa.get(DISTRESS + "?distressId=four"))).hasSize(1);
    }

    @Test
    void keepsTheStatusThatItBeganWith() {
        relay("five", Map.of());

        Answer answer = xa.post(DISTRESS, distress("five", Map.of("status", "ACTUAL")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("status");
        assertThat(answer.body().at("/errors/0/problem").asString()).contains("EXERCISE", "R17");
    }

    static Stream<Arguments> faults() {
        String later = Instant.now().plus(Duration.ofDays(1)).toString();
        return Stream.of(
                Arguments.of(400, Map.of("phase", "UNKNOWN"), "phase"),
                Arguments.of(400, Map.of("distressId", " "), "distressId"),
                Arguments.of(400, Map.of("position", Map.of("lat", 3)), "position.lon"),
                Arguments.of(400, Map.of("mrccNotified", Map.of("name", "MRCC")), "mrccNotified.at"),
                Arguments.of(422, Map.of("mrccNotified", Map.of("name", "MRCC", "at", later)), "mrccNotified.at"),
                Arguments.of(422, Map.of("position", Map.of("lat", 91, "lon", 0)), "position.lat"),
                Arguments.of(422, Map.of("course", 360), "course"),
                Arguments.of(422, Map.of("speedKn", -1), "speedKn"),
                Arguments.of(422, Map.of("personsOnBoard", -1), "personsOnBoard"),
                Arguments.of(422, Map.of("tlp", "AMBER"), "releasableTo"),
                Arguments.of(422, Map.of("tlp", "CLEAR"), "tlp"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFieldAndStoresNothing(int status, Map<String, Object> wrong, String named) {
        int before = xa.rows();

        Answer answer = xa.post(DISTRESS, distress("wrong", wrong));

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.body().get("errors").findValuesAsString("field")).containsExactly(named);
        assertThat(xa.rows()).isEqualTo(before);
        assertThat(xa.mailbag().take()).isEmpty();
    }

    @Test
    void knowsNothingOfWhatItNeverSaw() {
        assertThat(xa.get(DISTRESS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(ids(xa.get(DISTRESS + "?distressId=nothing"))).isEmpty();
        assertThat(xa.getAs(DISTRESS, null).status()).isEqualTo(401);
    }

    private static String relay(String number, Map<String, ?> changes) {
        Answer answer = xa.post(DISTRESS, distress(number, changes));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.body().get("eventId").asString();
    }

    static Map<String, Object> distress(String number, Map<String, ?> changes) {
        Map<String, Object> distress = new HashMap<>(Map.of(
                "status",
                "EXERCISE",
                "distressId",
                number,
                "position",
                Map.of("lat", 34.51237, "lon", 24.00981),
                "mrccNotified",
                told(),
                "phase",
                "DISTRESS"));
        distress.putAll(changes);
        return distress;
    }

    private static Map<String, Object> told() {
        return Map.of(
                "name", "MRCC Port Alpha", "at", Instant.now().minusSeconds(60).toString());
    }

    private static Map<String, @Nullable Object> without(String field) {
        Map<String, @Nullable Object> distress = new HashMap<>(distress("none", Map.of()));
        distress.remove(field);
        return distress;
    }

    private static List<String> contexts(List<Letter> letters) {
        return letters.stream()
                .map(letter -> ((Envelope) letter.event().get(0)).getContextId())
                .distinct()
                .toList();
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .get("items")
                .valueStream()
                .map(item -> item.get("eventId").asString())
                .toList();
    }
}
