package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A trace follows a call through its party's service into the outbox, and ends there: no other party sees it. */
@HeliographStack
class TraceIT {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void aTraceEndsAtTheOutbox(Stack stack) throws Exception {
        String requestId = submit(stack, "00-" + TRACE + "-00f067aa0ba902b7-01");

        try (PartySystem xa = new PartySystem(stack, "xa");
                PartySystem unodc = new PartySystem(stack, "unodc")) {
            ConsumerRecord<String, byte[]> sent = awaitRecord(xa, "outbox.xa", requestId);
            ConsumerRecord<String, byte[]> copy = awaitCopy(unodc, requestId);

            assertThat(text(sent.headers().lastHeader("traceparent"))).startsWith("00-" + TRACE + "-");
            assertThat(copy.headers())
                    .extracting(Header::key)
                    .doesNotContain("traceparent", "tracestate", "baggage", "b3");
        }
    }

    private static String submit(Stack stack, String traceparent) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonMapper json = new JsonMapper();
            HttpRequest request = HttpRequest.newBuilder(stack.url(Port.XA, Requests.PATH))
                    .header("Authorization", "Bearer " + stack.tokens().ofSystem("xa", "desk"))
                    .header("Content-Type", "application/json")
                    .header("traceparent", traceparent)
                    .header("tracestate", "vendor=word")
                    .header("baggage", "word=word")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(Requests.toUnodc())))
                    .build();
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return json.readTree(body).get("requestId").asString();
        }
    }

    private static ConsumerRecord<String, byte[]> awaitRecord(PartySystem system, String topic, String requestId) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> system.readAll(List.of(topic)).stream()
                                // Others may have written records without a key.
                                .filter(message ->
                                        message.key() != null && message.key().endsWith(requestId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static ConsumerRecord<String, byte[]> awaitCopy(PartySystem system, String requestId) {
        return await().atMost(Requests.PATIENCE)
                .until(
                        () -> system.readAll(List.of("inbox.unodc.cooperation")).stream()
                                .filter(message -> text(message.headers().lastHeader("ce_subject"))
                                        .endsWith(requestId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
