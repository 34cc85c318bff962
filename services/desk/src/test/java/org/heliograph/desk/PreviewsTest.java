package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Dispatch;
import org.heliograph.events.IncidentReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewsTest {

    private static final String INCIDENTS = "/api/v1/incidents";
    private static final String REQUESTS = "/api/v1/requests";
    private static final String RELEASED = """
            {"outcome":"RELEASED","rule":null,"reason":null,"releasedTo":["unodc"],
             "withheldFrom":[{"party":"iom","rule":"R2","reason":"not named; name 'iom'"}],
             "decidedAt":"2026-03-31T00:00:00Z","policyVersion":"abc"}""";

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @BeforeEach
    void theGateReleases() {
        desks.emptyTheBags();
        desks.gate.take();
        desks.gate.answers(200, RELEASED);
    }

    @Test
    void tellWhatTheGateSaysInItsOwnWordsAndStoreNothing() {
        int before = desks.xa.rows();

        Answer answer = desks.xa.post(INCIDENTS + "/preview", incident(Map.of()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("outcome").asString()).isEqualTo("RELEASED");
        assertThat(answer.body().get("releasedTo").toString()).isEqualTo("[\"unodc\"]");
        assertThat(answer.body().at("/withheldFrom/0/reason").asString()).isEqualTo("not named; name 'iom'");
        assertThat(answer.body().get("policyVersion").asString()).isEqualTo("abc");
        assertThat(desks.gate.token()).isEqualTo("Bearer token-for-gate");
        assertThat(desks.xa.rows()).isEqualTo(before);
        assertThat(desks.xa.mailbag().take()).isEmpty();
    }

    @Test
    void showTheGateTheVeryIncidentThatReportingWouldSend() {
        Map<String, Object> incident = incident(Map.of("notReleasableTo", List.of("xb"), "dead", 2));

        desks.xa.post(INCIDENTS + "/preview", incident);
        desks.xa.post(INCIDENTS, incident);

        Dispatch shown = desks.gate.take().getFirst();
        Mailbag.Letter sent = desks.xa.mailbag().take().getFirst();
        IncidentReport previewed = GateStandIn.event(shown, IncidentReport.class);
        IncidentReport reported = (IncidentReport) sent.event();
        assertThat(shown.getDistribution()).isEqualTo(sent.distribution());
        assertThat(shown.getSignature()).isEmpty();
        assertThat(previewed)
                .usingRecursiveComparison()
                .ignoringFields(
                        "envelope.eventId",
                        "envelope.contextId",
                        "envelope.correlationId",
                        "envelope.occurredAt",
                        "envelope.publishedAt")
                .isEqualTo(reported);
    }

    @Test
    void drawNoReferenceForARequest() {
        desks.xa.post(REQUESTS, Requests.to("unodc"));
        desks.xa.post(REQUESTS + "/preview", Requests.to("unodc"));
        desks.xa.post(REQUESTS, Requests.to("unodc"));

        CoopRequest shown = GateStandIn.event(desks.gate.take().getFirst(), CoopRequest.class);
        List<Integer> numbers = desks.xa.mailbag().take().stream()
                .map(letter -> ((CoopRequest) letter.event()).getReference())
                .map(reference -> Integer.valueOf(reference.substring(reference.lastIndexOf('-') + 1)))
                .toList();
        assertThat(shown.getReference()).endsWith("-000000");
        assertThat(numbers).hasSize(2);
        assertThat(numbers.getLast()).isEqualTo(numbers.getFirst() + 1);
    }

    @Test
    void meetBadInputWithTheProblemsOfASubmission() {
        for (Map<String, Object> bad : List.of(
                incident(Map.of("tlp", "GREEN")), incident(Map.of("type", "PARTY")), incident(Map.of("dead", -1)))) {
            assertSameProblem(desks.xa.post(INCIDENTS + "/preview", bad), desks.xa.post(INCIDENTS, bad));
        }
        Map<String, Object> toItself = Requests.to("xa");
        assertSameProblem(desks.xa.post(REQUESTS + "/preview", toItself), desks.xa.post(REQUESTS, toItself));
        assertThat(desks.gate.take()).isEmpty();
    }

    @Test
    void sayThatASubmissionIsTakenAllTheSameWhileTheGateHasNoPlace() {
        desks.gate.answers(503, "");

        Answer busy = desks.xa.post(REQUESTS + "/preview", Requests.to("unodc"));

        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("1");
        assertThat(busy.body().get("type").asString()).isEqualTo("urn:heliograph:problem:no-preview");
        assertThat(busy.body().get("detail").asString()).contains("taken all the same");
        assertThat(desks.xa.post(REQUESTS, Requests.to("unodc")).status()).isEqualTo(201);
    }

    @Test
    void sayTheSameOfAnAnswerThatIsNone() {
        for (int status : List.of(200, 401, 500)) {
            desks.gate.answers(status, "<html>");

            Answer answer = desks.xa.post(REQUESTS + "/preview", Requests.to("unodc"));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }

    private static void assertSameProblem(Answer preview, Answer submission) {
        assertThat(preview.status()).isEqualTo(submission.status()).isBetween(400, 422);
        assertThat(preview.body().get("errors")).isEqualTo(submission.body().get("errors"));
        assertThat(preview.body().get("type")).isEqualTo(submission.body().get("type"));
    }

    private static Map<String, Object> incident(Map<String, ?> changes) {
        Map<String, Object> incident = new HashMap<>(Map.of(
                "status", "EXERCISE",
                "releasableTo", List.of("unodc"),
                "incidentId", "SEA-41",
                "occurredAt", "2026-11-01T03:10:00Z",
                "type", "RESCUE",
                "positionWgs84", Map.of("lat", 34.52, "lon", 24.01)));
        incident.putAll(changes);
        return incident;
    }
}
