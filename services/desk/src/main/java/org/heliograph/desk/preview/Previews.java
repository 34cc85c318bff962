package org.heliograph.desk.preview;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.outbox.UnsentDispatches;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.heliograph.exchange.wire.WireException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the gate what it would say of an event: with its own decision, as the party alone cannot know who may receive
 * what. Stores nothing, and holds no part of the policy. Any thread; blocks some seconds at most.
 */
public final class Previews implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, List<String>>> RECIPIENTS = new TypeReference<>() {};

    private final UnsentDispatches dispatches;
    private final AccessTokens tokens;
    private final URI preview;
    private final URI eligible;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** @param tokens of scope {@code gate}; closed with this */
    Previews(UnsentDispatches dispatches, AccessTokens tokens, URI gate) {
        this.dispatches = dispatches;
        this.tokens = tokens;
        this.preview = gate.resolve("/preview");
        this.eligible = gate.resolve("/eligible");
    }

    /**
     * What the receipt of the event would say if it were sent now.
     *
     * @throws NoPreviewException if the gate cannot be asked, or does not know the schema yet
     */
    public GateAnswer of(SpecificRecord event, Distribution distribution) {
        return JSON.treeToValue(ask(question(event, distribution)), GateAnswer.class);
    }

    private JsonNode ask(HttpRequest.Builder question) {
        try {
            HttpRequest request = question.header("Authorization", "Bearer " + tokens.current())
                    .build();
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw NoPreviewException.refused(
                        response.statusCode(),
                        response.headers().firstValue("Retry-After").orElse(null));
            }
            JsonNode answer = JSON.readTree(response.body());
            if (!answer.isObject()) {
                throw NoPreviewException.refused(response.statusCode(), null);
            }
            return answer;
        } catch (IOException | WireException | TokenUnavailableException | JacksonException e) {
            throw NoPreviewException.away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoPreviewException.away(e);
        }
    }

    /**
     * Whom this party may name in an event, for each value of the field that tells its variants apart; a value is
     * absent where it may not send such an event.
     *
     * @throws NoPreviewException if the gate cannot be asked
     */
    public Map<String, List<String>> eligible(String eventType) {
        return JSON.treeToValue(
                ask(HttpRequest.newBuilder(URI.create(eligible + "?event=" + eventType))
                                .timeout(PATIENCE)
                                .GET())
                        .required("recipients"),
                RECIPIENTS);
    }

    private HttpRequest.Builder question(SpecificRecord event, Distribution distribution) {
        try {
            return HttpRequest.newBuilder(preview)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofByteArray(dispatches.of(event, distribution)));
        } catch (WireException e) {
            throw NoPreviewException.away(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        tokens.close();
    }
}
