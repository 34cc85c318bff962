package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StateFolder;
import org.heliograph.system.OtlpReceiver.Told;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each party that collects its spans sees its own work in them, nothing of another's, and nothing that was written. */
@HeliographStack
class TracesIT {

    private static final String CALLER = "00f067aa0ba902b7";
    private static final Map<Component, OtlpReceiver> RECEIVERS = new EnumMap<>(Component.class);

    private final Stack stack;
    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String secret = "planted" + UUID.randomUUID().toString().replace("-", "");

    TracesIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void collect(Stack stack) {
        for (Component component : List.of(Component.GATE, Component.UNODC, Component.XA)) {
            OtlpReceiver receiver = OtlpReceiver.open();
            RECEIVERS.put(component, receiver);
            StateFolder.write(stack.state().ownSettings(component), """
                            management.opentelemetry.tracing.export.otlp.endpoint=%s
                            management.opentelemetry.tracing.export.schedule-delay=200ms
                            """.formatted(receiver.endpoint()));
        }
        each(component -> {
            stack.stop(component);
            stack.start(component);
        });
    }

    @AfterAll
    static void end(Stack stack) throws IOException {
        for (Component component : RECEIVERS.keySet()) {
            Files.delete(stack.state().ownSettings(component));
        }
        each(component -> {
            stack.stop(component);
            stack.start(component);
        });
        RECEIVERS.values().forEach(OtlpReceiver::close);
        RECEIVERS.clear();
    }

    private static void each(Consumer<Component> work) {
        CompletableFuture.allOf(RECEIVERS.keySet().stream()
                        .map(component -> CompletableFuture.runAsync(() -> work.accept(component)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Test
    void aTraceGoesFromTheCallToTheSendAndOthersBeginAtTheGateAndAtTheRecipient() throws Exception {
        String requestId = submit();
        ConsumerRecord<String, byte[]> copy = awaitCopy(requestId);
        askAtTheGate();

        Told sent = awaitSpan(Component.XA, "send outbox.xa", this::isOfTheCall);
        Told call = awaitSpan(Component.XA, "POST " + Requests.PATH, this::isOfTheCall);
        Told handled = awaitSpan(Component.UNODC, "process inbox.unodc.cooperation", told -> isOf(told, copy));
        Told judged = awaitSpan(
                Component.GATE,
                "process outbox.xa",
                told -> "committed".equals(told.attributes().get("heliograph.outcome")));
        awaitSpan(Component.GATE, "GET /eligible", told -> told.parent().isEmpty());

        assertThat(call.parent()).isEqualTo(CALLER);
        assertThat(sent.parent()).isEqualTo(call.id());
        assertThat(sent.attributes()).containsEntry("messaging.system", "kafka");
        assertThat(sent.resource()).containsEntry("heliograph.party", "xa");
        assertThat(handled.attributes()).containsEntry("heliograph.outcome", "handled");
        assertThat(handled.parent()).isEmpty();
        assertThat(judged.parent()).isEmpty();
        assertThat(traces(Component.GATE)).doesNotContain(trace).doesNotContainAnyElementsOf(traces(Component.UNODC));
        assertThat(traces(Component.XA))
                .doesNotContainAnyElementsOf(traces(Component.GATE))
                .doesNotContainAnyElementsOf(traces(Component.UNODC));
    }

    @Test
    void nothingThatWasWrittenIsInASpan() throws Exception {
        String requestId = submit();
        ConsumerRecord<String, byte[]> copy = awaitCopy(requestId);
        String eventId = header(copy, "ce_id");
        call(HttpRequest.newBuilder(stack.url(Port.XA, Requests.PATH + "/" + requestId + "?word=" + secret)));
        call(HttpRequest.newBuilder(stack.url(Port.XA, "/api/v1/" + secret)));

        awaitSpan(Component.XA, "GET " + Requests.PATH + "/{requestId}", this::isOfTheCall);
        awaitSpan(Component.XA, "send outbox.xa", this::isOfTheCall);
        awaitSpan(Component.UNODC, "process inbox.unodc.cooperation", told -> isOf(told, copy));

        RECEIVERS.forEach((component, receiver) -> assertThat(receiver.raw())
                .as(component.id())
                .isNotEmpty()
                .noneMatch(body -> body.contains(secret) || body.contains(requestId) || body.contains(eventId)));
    }

    @Test
    void workGoesOnWhileNobodyCollects() throws Exception {
        OtlpReceiver away = Objects.requireNonNull(RECEIVERS.get(Component.XA));
        away.close();
        List<String> submitted = new ArrayList<>();

        try (OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            for (int number = 0; number < 10; number++) {
                submitted.add(submit());
            }
            submitted.forEach(requestId -> Requests.awaitAt(unodc, UUID.fromString(requestId)));
        }
        RECEIVERS.put(Component.XA, OtlpReceiver.openAgain(away));

        submit();
        awaitSpan(Component.XA, "send outbox.xa", this::isOfTheCall);
    }

    private String submit() throws IOException, InterruptedException {
        JsonMapper json = new JsonMapper();
        Map<String, Object> request = Requests.toUnodc();
        request.put("subject", secret);
        request.put("factsSummary", secret);
        request.put("assistanceSought", secret);
        HttpResponse<String> answer = call(HttpRequest.newBuilder(stack.url(Port.XA, Requests.PATH))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(request))));
        return json.readTree(answer.body()).get("requestId").asString();
    }

    /** As a system of XA that tells of itself in all headers that tracing knows, and more. */
    private HttpResponse<String> call(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    request.header("Authorization", "Bearer " + stack.tokens().ofSystem("xa", "desk"))
                            .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                            .header("tracestate", "vendor=" + secret)
                            .header("baggage", "word=" + secret)
                            .header("User-Agent", secret)
                            .header("X-Word", secret)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private void askAtTheGate() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(stack.url(Port.GATE, "/eligible?event=coop.request"))
                            .header("Authorization", "Bearer " + stack.tokens().ofSystem("xa", "gate"))
                            .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private boolean isOfTheCall(Told told) {
        return told.trace().equals(trace);
    }

    private static boolean isOf(Told told, ConsumerRecord<String, byte[]> record) {
        return Integer.toString(record.partition()).equals(told.attributes().get("messaging.destination.partition.id"))
                && Long.toString(record.offset()).equals(told.attributes().get("messaging.kafka.offset"));
    }

    private static Told awaitSpan(Component component, String name, Predicate<Told> chosen) {
        return await(name)
                .atMost(Requests.PATIENCE)
                .until(
                        () -> receiver(component).named(name).stream()
                                .filter(chosen)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static OtlpReceiver receiver(Component component) {
        return Objects.requireNonNull(RECEIVERS.get(component));
    }

    private static Set<String> traces(Component component) {
        return receiver(component).traces();
    }

    private ConsumerRecord<String, byte[]> awaitCopy(String requestId) {
        try (PartySystem unodc = new PartySystem(stack, "unodc")) {
            return await().atMost(Requests.PATIENCE)
                    .until(
                            () -> unodc.readAll(List.of("inbox.unodc.cooperation")).stream()
                                    .filter(record ->
                                            header(record, "ce_subject").endsWith(requestId))
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
