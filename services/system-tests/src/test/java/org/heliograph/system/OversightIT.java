package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.heliograph.events.AlertRoute;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What operators and monitoring see at the services of parties: that something is wrong, and nothing of what it says.
 */
@HeliographStack
class OversightIT {

    private static final String OVERSIGHT = "/api/oversight/dead-letters";
    private static final String OWN = "/api/v1/dead-letters";
    private static final String FIGURES = "/actuator/prometheus";
    private static final Pattern FIGURE = Pattern.compile("heliograph_\\w+");
    private static final String SECRET = "a word that no operator may read";

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    OversightIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void operatorsSettleADeadLetterWithoutSeeingItsContent() {
        AlertRoute poison = Alerts.poison("exercise:" + UUID.randomUUID(), SECRET);
        try (SeizedOutbox xa = new SeizedOutbox(stack, Component.XA, "xa")) {
            xa.send(poison, xa.dispatches().dispatch(xa.next(poison), poison, xa.signer(), "unodc"));
        }
        try (OfficerDesk operator = new OfficerDesk(stack, Component.UNODC, "duty-operator");
                OfficerDesk second = new OfficerDesk(stack, Component.UNODC, "second-operator");
                OfficerDesk owner = new OfficerDesk(stack, Component.UNODC);
                OfficerDesk foreign = new OfficerDesk(stack, Component.UNODC, "xb-duty-officer")) {
            JsonNode letter = await().atMost(Requests.PATIENCE)
                    .until(() -> letterOf(operator, poison), found -> !found.isMissingNode());
            String path = "/" + letter.path("id").asLong();

            assertThat(letter.path("originator").asString("")).isEqualTo("xa");
            assertThat(letter.path("eventType").asString("")).isEqualTo("alert.route");
            assertThat(operator.get(OVERSIGHT + path).success().toString()).doesNotContain(SECRET);
            assertThat(operator.get(OWN).status()).as("an operator at the desk").isEqualTo(401);
            assertThat(operator.get(OVERSIGHT + path + "/content").status()).isEqualTo(404);
            assertThat(owner.get(OVERSIGHT).status())
                    .as("an officer at the operators'")
                    .isEqualTo(401);
            assertThat(foreign.get(OWN).status()).isEqualTo(401);
            assertThat(foreign.get(OVERSIGHT).status()).isEqualTo(401);
            assertThat(owner.get(OWN + path).success().path("letter")).isEqualTo(letter);

            JsonNode retried =
                    operator.post(OVERSIGHT + path + "/retry", Map.of()).success();
            assertThat(retried.path("failed").path("id")).isEqualTo(letter.path("id"));
            Map<String, String> reason = Map.of("reason", "cannot be stored, and its originator sent it anew");
            operator.post(OVERSIGHT + path + "/discard", reason).success();
            assertThat(operator.post(OVERSIGHT + path + "/discard/confirm", Map.of())
                            .status())
                    .isEqualTo(409);
            second.post(OVERSIGHT + path + "/discard/confirm", Map.of()).success();
            assertThat(letterOf(operator, poison).isMissingNode()).isTrue();
        }
    }

    @Test
    void anOfficerReadsTheContentOfOwnLetters() throws IOException, InterruptedException {
        AlertRoute poison = Alerts.poison("exercise:" + UUID.randomUUID(), SECRET);
        try (SeizedOutbox xa = new SeizedOutbox(stack, Component.XA, "xa")) {
            xa.send(poison, xa.dispatches().dispatch(xa.next(poison), poison, xa.signer(), "unodc"));
        }
        try (OfficerDesk operator = new OfficerDesk(stack, Component.UNODC, "duty-operator")) {
            JsonNode letter = await().atMost(Requests.PATIENCE)
                    .until(() -> letterOf(operator, poison), found -> !found.isMissingNode());
            String content = OWN + "/" + letter.path("id").asLong() + "/content";

            String officer = stack.tokens().ofOfficer("unodc-duty-officer").accessToken();
            assertThat(get(Port.UNODC, content, officer).body()).contains(SECRET);
            String token = stack.tokens().ofOfficer("duty-operator").accessToken();
            assertThat(get(Port.UNODC, content, token).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void figuresAreForMonitoringAlone() throws IOException, InterruptedException {
        for (Port port : List.of(Port.IOM, Port.UNODC, Port.XA, Port.XB)) {
            String figures = get(port, FIGURES, stack.tokens().ofSystem("metrics", "operations"))
                    .body();
            assertThat(figures)
                    .contains("heliograph_outbox_unsent", "heliograph_inbox_dead_letters")
                    .doesNotContain(SECRET);
            assertThat(get(
                                    port,
                                    FIGURES,
                                    stack.tokens().ofSystem(port.component().id(), "desk"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(port, FIGURES, stack.tokens().ofSystem("xb", "operations"))
                            .statusCode())
                    .as("another party's token for operations")
                    .isEqualTo(403);
            assertThat(get(port, "/api/v1/requests", stack.tokens().ofSystem("metrics", "operations"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(port, OVERSIGHT, stack.tokens().ofSystem("metrics", "operations"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(get(Port.GATE, FIGURES, stack.tokens().ofSystem("metrics", "gate"))
                        .body())
                .contains("heliograph_gate_records_total");
        assertThat(get(Port.GATE, FIGURES, stack.tokens().ofSystem("operations", "gate"))
                        .body())
                .contains("heliograph_gate_records_total");
        assertThat(get(Port.GATE, "/eligible", stack.tokens().ofSystem("operations", "gate"))
                        .statusCode())
                .as("figures alone")
                .isEqualTo(403);
        assertThat(get(Port.GATE, FIGURES, stack.tokens().ofSystem("xa", "gate"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(Port.OPERATIONS, FIGURES, stack.tokens().ofSystem("metrics", "operations"))
                        .body())
                .contains("heliograph_policy_drift");
        assertThat(get(Port.OPERATIONS, FIGURES, stack.tokens().ofSystem("xa", "operations"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(Port.IDENTITY, FIGURES, stack.tokens().ofSystem("metrics", "identity"))
                        .body())
                .contains("http_server_requests");
        assertThat(get(Port.IDENTITY, FIGURES, stack.tokens().ofSystem("xa", "identity"))
                        .statusCode())
                .isEqualTo(403);
    }

    /** A rule on a figure that nobody gives would never fire, and a chart of it would stay empty. */
    @ParameterizedTest
    @ValueSource(strings = {"prometheus/rules.yml", "grafana/heliograph.json"})
    void everyFigureThatIsAskedForIsGiven(String file) throws IOException, InterruptedException {
        String given = get(Port.XA, FIGURES, stack.tokens().ofSystem("metrics", "operations"))
                        .body()
                + get(Port.GATE, FIGURES, stack.tokens().ofSystem("metrics", "gate"))
                        .body()
                + get(Port.OPERATIONS, FIGURES, stack.tokens().ofSystem("metrics", "operations"))
                        .body();
        List<String> asked = FIGURE.matcher(
                        Files.readString(Path.of("../../deploy").resolve(file)))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(asked).isNotEmpty().allSatisfy(figure -> assertThat(given).contains(figure));
    }

    private static JsonNode letterOf(OfficerDesk operator, AlertRoute event) {
        for (JsonNode letter : operator.get(OVERSIGHT + "?size=500").success().path("items")) {
            if (letter.path("eventId")
                    .asString("")
                    .equals(event.getEnvelope().getEventId().toString())) {
                return letter;
            }
        }
        return MissingNode.getInstance();
    }

    private HttpResponse<String> get(Port port, String path, String token) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(stack.url(port, path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
