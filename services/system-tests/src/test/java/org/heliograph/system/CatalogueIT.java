package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operations tells each party about what it can exchange. */
@HeliographStack
class CatalogueIT {

    private final Stack stack;

    CatalogueIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void givesAPartyItsOwnAloneAndOperatorsThatOfAny() throws Exception {
        String xb = stack.tokens().ofSystem("xb", "operations");
        HttpResponse<String> own = get("mine", xb, "application/json");
        HttpResponse<String> another = get("xa", xb, "application/json");
        HttpResponse<String> nobodys = get("nobody", xb, "application/json");

        assertThat(own.statusCode()).isEqualTo(200);
        JsonNode document = new JsonMapper().readTree(own.body());
        assertThat(document.get("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.get("channels").propertyNames())
                .contains("inbox.xb.alerts", "outbox.xb", "public.research.observation")
                .noneMatch(topic -> topic.startsWith("inbox.xa"));
        assertThat(another.statusCode()).isEqualTo(403);
        assertThat(another.body()).isEqualTo(nobodys.body());
        assertThat(get("xa", xb, "text/html").statusCode()).isEqualTo(403);
        assertThat(get("mine", stack.tokens().ofSystem("xb", "desk"), "application/json")
                        .statusCode())
                .isEqualTo(401);
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertThat(desk.get("/api/catalogue/xa").get("channels").propertyNames())
                    .contains("inbox.xa.cooperation");
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> desk.get("/api/catalogue/nobody"))
                    .withMessageContaining("no party 'nobody'");
        }
    }

    @Test
    void givesEachPartyThePublicKeysOfThoseWhoseEventsCanReachIt() throws Exception {
        String xb = stack.tokens().ofSystem("xb", "operations");
        HttpResponse<String> own = at("/api/keys/mine", xb, "application/json");

        assertThat(own.statusCode()).isEqualTo(200);
        JsonNode keys = new JsonMapper().readTree(own.body()).get("keys");
        assertThat(keys.propertyNames())
                .contains("iom", "iom-field-east", "unodc", "xa")
                .doesNotContain("iom-protection", "xa-protection");
        assertThat(keys.at("/xa/keys/0/kid").asString()).isEqualTo("xa-1");
        assertThat(keys.at("/xa/keys/0").propertyNames()).contains("x", "y").doesNotContain("d");
        assertThat(at("/api/keys/mine", stack.tokens().ofSystem("xb", "desk"), "application/json")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void givesTheSameAsAPage() throws Exception {
        HttpResponse<String> page = get("mine", stack.tokens().ofSystem("xb", "operations"), "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body())
                .contains("<h3 id=\"alert.route\">alert.route</h3>", "inbox.xb.alerts", "VESSEL_REGISTRY_BOARDING")
                .doesNotContain("inbox.xa");
    }

    private HttpResponse<String> get(String party, String token, String accept)
            throws IOException, InterruptedException {
        return at("/api/catalogue/" + party, token, accept);
    }

    private HttpResponse<String> at(String path, String token, String accept) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(stack.url(Port.OPERATIONS, path))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", accept)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
