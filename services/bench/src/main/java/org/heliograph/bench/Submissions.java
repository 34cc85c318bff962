package org.heliograph.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.heliograph.bench.Throughput.Look;
import org.heliograph.standalone.Officer;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import tools.jackson.databind.json.JsonMapper;

/** An officer of XA submits cooperation requests to UNODC over REST; each is timed until UNODC's inbox has it. */
final class Submissions {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CLIENTS = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_ARRIVAL = Duration.ofSeconds(30);
    private static final String BODY = JSON.writeValueAsString(Map.of(
            "kind", "LEGISLATIVE_ASSISTANCE",
            "status", "EXERCISE",
            "addressees", List.of("unodc"),
            "subject", "Review of a draft law",
            "factsSummary", "A draft is before the parliament",
            "assistanceSought", "Comments on articles 6 and 16",
            "details",
                    Map.of(
                            "legislativeAssistance",
                            Map.of("law", "Bill 12/2026", "stage", "PLANNED", "articles", List.of("5", "16")))));

    private final Stack stack;

    Submissions(Stack stack) {
        this.stack = stack;
    }

    /**
     * One rate.
     *
     * @param wanted submissions a second
     * @param answered how many a second were answered with success, until the last was
     * @param errors other answers, and none
     * @param missing accepted, and not in the inbox within half a minute of the last answer
     * @param cpuMicros processor time for each accepted one, by process; of this one, which submits and looks, too
     */
    record Rate(int wanted, double answered, int errors, int missing, Latency latency, Map<String, Double> cpuMicros) {}

    Rate at(int perSecond, Duration length) throws InterruptedException {
        Pace pace = new Pace(perSecond, length);
        Map<String, Long> intended = new ConcurrentHashMap<>();
        AtomicInteger errors = new AtomicInteger();
        AtomicInteger accepted = new AtomicInteger();
        AtomicLong last = new AtomicLong();
        int warmUp = pace.beats() / 4;
        try (PartySystem unodc = new PartySystem(stack, "unodc");
                Arrivals arrivals = Arrivals.inInbox(unodc, stack.roster().partitions());
                HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(PATIENCE)
                        .build()) {
            HttpRequest request = request(stack.tokens().ofOfficer(officer()).accessToken());
            Semaphore clients = new Semaphore(CLIENTS);
            Look first = Look.at(0);
            long begin = System.nanoTime();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                pace.run((index, meant) -> {
                    var _ = threads.submit(() -> {
                        clients.acquireUninterruptibly();
                        try {
                            String id = submit(http, request);
                            accepted.incrementAndGet();
                            if (index >= warmUp) {
                                intended.put(id, meant);
                            }
                        } catch (IOException e) {
                            errors.incrementAndGet();
                        } finally {
                            last.accumulateAndGet(System.nanoTime(), Math::max);
                            clients.release();
                        }
                        return null;
                    });
                });
            }
            arrivals.await(accepted.get(), LAST_ARRIVAL);
            Latency latency = arrivals.since(intended);
            return new Rate(
                    perSecond,
                    accepted.get() * 1e9 / (last.get() - begin),
                    errors.get(),
                    Math.toIntExact(intended.size() - latency.count()),
                    latency,
                    Throughput.between(first, Look.at(accepted.get())).cpuMicros());
        }
    }

    private HttpRequest request(String token) {
        URI uri = stack.url(Port.XA, "/api/v1/requests");
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
    }

    private String officer() {
        return stack.roster().officers().stream()
                .filter(officer -> officer.party().equals("xa"))
                .map(Officer::username)
                .findFirst()
                .orElseThrow();
    }

    private static String submit(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("status " + response.statusCode());
        }
        // The case of a request is its status and its id, which ends the address of the new request.
        String location = response.headers().firstValue("Location").orElseThrow();
        return "exercise:" + location.substring(location.lastIndexOf('/') + 1);
    }
}
