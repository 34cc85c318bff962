package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;

/** What officers write to each other, and what the processes are let in with, is told to nobody who only watches. */
@HeliographStack
class PlantedSecretIT {

    private static final Map<Port, String> FIGURES = Map.of(
            Port.IOM, "operations",
            Port.UNODC, "operations",
            Port.XA, "operations",
            Port.XB, "operations",
            Port.OPERATIONS, "operations",
            Port.GATE, "gate",
            Port.IDENTITY, "identity");

    private final Stack stack;

    PlantedSecretIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void isInNoFigureNoLogAndNoAnswerToAnOperator() throws Exception {
        String secret = "planted" + UUID.randomUUID().toString().replace("-", "");
        Map<String, Object> request = new HashMap<>(Requests.investigation(secret));
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB)) {
            UUID id = UUID.fromString(
                    xa.post(Requests.PATH, request).success().get("requestId").asString());
            // What XB decoded it could have told somebody.
            assertThat(Requests.awaitAt(xb, id).toString()).contains(secret);
        }
        List<String> secrets = Stream.concat(
                        Stream.of(secret),
                        Stream.of("iom", "unodc", "xa", "xb", "gate", "operations", "auditor")
                                .map(stack.secrets()::client))
                .toList();

        for (Map.Entry<Port, String> process : FIGURES.entrySet()) {
            assertThat(figures(process.getKey(), process.getValue())).doesNotContain(secrets);
        }
        try (OperationsDesk operator = new OperationsDesk(stack, "duty-operator")) {
            for (String path : List.of("/api/lag", "/api/policy/matrix", "/api/policy/changes", "/actuator/health")) {
                assertThat(operator.get(path).toString()).as(path).doesNotContain(secrets);
            }
        }
        assertThat(Said.by(stack, "deadletters", "list", "--all", "--format", "json")
                        .text())
                .doesNotContain(secrets);
        try (Stream<Path> logs = Files.walk(stack.state().log(Component.GATE).getParent())) {
            List<Path> files = logs.filter(Files::isRegularFile).toList();
            assertThat(files).hasSizeGreaterThan(5);
            for (Path file : files) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .as(file.toString())
                        .isNotEmpty()
                        .doesNotContain(secrets);
            }
        }
    }

    private String figures(Port port, String scope) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(stack.url(port, "/actuator/prometheus"))
                            .header("Authorization", "Bearer " + stack.tokens().ofSystem("metrics", scope))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(port.name()).isEqualTo(200);
            return answer.body();
        }
    }
}
