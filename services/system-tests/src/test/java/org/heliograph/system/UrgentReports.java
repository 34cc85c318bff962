package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Incidents of priority FLASH that XA's officer reports to UNODC, one every so often whatever became of the one before,
 * and how long each takes from there to UNODC's inbox, where a client that waits for it has it.
 */
final class UrgentReports implements AutoCloseable {

    private static final String INBOX = "inbox.unodc.incidents";
    private static final Duration EVERY = Duration.ofMillis(80);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;
    private final PartySystem unodc;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    UrgentReports(Stack stack) {
        this.stack = stack;
        this.unodc = new PartySystem(stack, "unodc");
        this.reader = Thread.ofPlatform().name("inbox").start(this::read);
    }

    private void read() {
        try (KafkaConsumer<String, byte[]> consumer = unodc.consumer(Map.of())) {
            List<TopicPartition> partitions = consumer.partitionsFor(INBOX).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            while (!closed) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> arrived.put(record.key(), System.nanoTime()));
            }
        }
    }

    /** Reports so many, and says how long each took, in order of their length. */
    List<Duration> report(int number) {
        String token = stack.tokens().ofOfficer(officer()).accessToken();
        List<CompletableFuture<String>> reported = new ArrayList<>();
        List<Long> begun = new ArrayList<>();
        long begin = System.nanoTime();
        for (int count = 0; count < number; count++) {
            long due = begin + EVERY.multipliedBy(count).toNanos();
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            begun.add(due);
            reported.add(client.sendAsync(request(token), HttpResponse.BodyHandlers.ofString())
                    .thenApply(UrgentReports::eventId));
        }
        List<String> ids = reported.stream().map(CompletableFuture::join).toList();
        Awaitility.await("all are in the inbox")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(arrived.keySet()).containsAll(ids));
        List<Duration> took = new ArrayList<>();
        for (int count = 0; count < number; count++) {
            took.add(Duration.ofNanos(arrived.getOrDefault(ids.get(count), Long.MAX_VALUE) - begun.get(count)));
        }
        return took.stream().sorted().toList();
    }

    private String officer() {
        return stack.roster().officers().stream()
                .filter(candidate -> candidate.party().equals("xa"))
                .findFirst()
                .orElseThrow()
                .username();
    }

    private HttpRequest request(String token) {
        return HttpRequest.newBuilder(stack.url(Port.XA, "/api/v1/incidents"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of(
                        "status", "EXERCISE",
                        "releasableTo", List.of("unodc"),
                        "priority", "FLASH",
                        "incidentId", "SEA-41",
                        "occurredAt", "2026-11-01T03:10:00Z",
                        "type", "RESCUE",
                        "positionWgs84", Map.of("lat", 34.52149, "lon", 24.00999),
                        "persons", Map.of("total", 62)))))
                .build();
    }

    private static String eventId(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("XA's service answers %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body()).get("eventId").asString();
    }

    @Override
    public void close() {
        closed = true;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unodc.close();
        client.close();
    }
}
