package org.heliograph.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Officer;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;

/** What an officer of XA waits for with 100,000 requests at hand, one call after the other over REST. */
record StoreScale(Path folder, Progress progress, boolean quick) {

    private static final int REQUESTS = 100_000;
    private static final double BAR_MILLIS = 100;
    private static final String PARTY = "xa";
    private static final int KNOWN_IDS = 1_000;
    private static final List<String> STATES = List.of("SUBMITTED", "ASSIGNED", "IN_PROGRESS", "FULFILLED", "CLOSED");
    private static final List<String> KINDS = List.of("LEGISLATIVE_ASSISTANCE", "RESEARCH_DATA", "MLA_PREPARATION");
    // From a word of one request in five to a single request.
    private static final List<String> TEXTS = List.of("draft law", "district 77", "xz 2026 01", "sea district 5");

    /**
     * Figures of one run, in milliseconds.
     *
     * @param bare the look-up of one request by its key on one connection to the same database, in this process
     * @param operations each over REST, with reading and writing of JSON and the check of the token
     */
    record Measured(int requests, long steps, Latency bare, Map<String, Latency> operations) implements Figures {

        @Override
        public void print(PrintWriter out) {
            out.println();
            out.println("%,d requests, %,d steps".formatted(requests, steps));
            out.println("%-28s %8s %8s %8s %8s".formatted("", "p50 ms", "p99 ms", "max ms", "of bare"));
            line(out, "bare: one row by its key", bare, "");
            operations.forEach((name, latency) -> line(
                    out,
                    name,
                    latency,
                    latency.p99() < BAR_MILLIS
                            ? "wanted p99 < %.0f: met".formatted(BAR_MILLIS)
                            : "wanted p99 < %.0f: not met".formatted(BAR_MILLIS)));
            out.flush();
        }

        private void line(PrintWriter out, String name, Latency latency, String judgement) {
            out.println("%-28s %8.2f %8.2f %8.2f %7.1fx  %s"
                    .formatted(
                            name, latency.p50(), latency.p99(), latency.max(), latency.p50() / bare.p50(), judgement));
        }
    }

    Measured measure() throws IOException, InterruptedException, SQLException {
        Set<Component> components = EnumSet.copyOf(Component.infrastructure());
        components.addAll(List.of(Component.OPERATIONS, Component.XA));
        // As in production; the embedded stack starts its services with the quick compiler alone.
        System.setProperty("heliograph.compiler", "full");
        try (Stack stack = Stack.in(folder.resolve("store"), Ports.free(), components)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "end-store"));
            progress.say("the stack of the store starts");
            stack.start();
            String password = stack.secrets().database(PARTY);
            try (Connection database = DriverManager.getConnection(stack.databaseUrl(PARTY), PARTY, password)) {
                progress.say("%,d requests are stored", REQUESTS);
                long steps = ManyRequests.fill(database, PARTY, REQUESTS);
                List<UUID> ids = someIds(database);
                progress.say("one row by its key");
                Latency bare = bare(database, ids);
                return new Measured(REQUESTS, steps, bare, operations(stack, ids));
            }
        }
    }

    private static List<UUID> someIds(Connection database) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement select =
                database.prepareStatement("select request_id from coop_request order by event_id limit ?")) {
            select.setInt(1, KNOWN_IDS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private int times() {
        return quick ? 400 : 2_000;
    }

    private Latency bare(Connection database, List<UUID> ids) throws SQLException {
        Random random = new Random(1);
        Histogram histogram = Latency.histogram();
        try (PreparedStatement select = database.prepareStatement("select * from coop_request where request_id = ?")) {
            for (int i = -times(); i < times(); i++) {
                select.setObject(1, ids.get(random.nextInt(ids.size())));
                long begin = System.nanoTime();
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                    rows.getString("subject");
                }
                if (i >= 0) {
                    Latency.record(histogram, System.nanoTime() - begin);
                }
            }
        }
        return Latency.of(histogram);
    }

    private Map<String, Latency> operations(Stack stack, List<UUID> ids) throws IOException, InterruptedException {
        Map<String, Function<Random, String>> paths = new LinkedHashMap<>();
        paths.put("list", random -> "/requests?page=" + random.nextInt(10));
        paths.put("list, far back", random -> "/requests?page=" + (1_000 + random.nextInt(3_900)));
        paths.put(
                "filter",
                random -> "/requests?direction=%s&state=%s&page=%d"
                        .formatted(random.nextBoolean() ? "IN" : "OUT", any(STATES, random), random.nextInt(5)));
        paths.put(
                "filter by kind",
                random -> "/requests?kind=%s&state=%s&state=%s"
                        .formatted(any(KINDS, random), any(STATES, random), any(STATES, random)));
        paths.put("search", random -> "/requests?text=" + encoded(any(TEXTS, random)));
        paths.put("read one", random -> "/requests/" + any(ids, random));
        paths.put("work by clock", random -> "/work-list?size=50&page=" + random.nextInt(5));
        Map<String, Latency> latencies = new LinkedHashMap<>();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            // Each once, so that all of them are compiled before any is measured.
            for (Function<Random, String> path : paths.values()) {
                times(http, stack, path, times() / 2);
            }
            for (Map.Entry<String, Function<Random, String>> path : paths.entrySet()) {
                progress.say("%s", path.getKey());
                latencies.put(path.getKey(), times(http, stack, path.getValue(), times()));
            }
        }
        return latencies;
    }

    private static Latency times(HttpClient http, Stack stack, Function<Random, String> path, int times)
            throws IOException, InterruptedException {
        String token = token(stack);
        Random random = new Random(2);
        Histogram histogram = Latency.histogram();
        for (int i = 0; i < times; i++) {
            URI uri = stack.url(Port.XA, "/api/v1" + path.apply(random));
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + token)
                    .build();
            long begin = System.nanoTime();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            Latency.record(histogram, System.nanoTime() - begin);
            if (response.statusCode() != 200) {
                throw new IllegalStateException("%s: %d %s".formatted(uri, response.statusCode(), response.body()));
            }
        }
        return Latency.of(histogram);
    }

    private static String token(Stack stack) {
        return stack.tokens()
                .ofOfficer(stack.roster().officers().stream()
                        .filter(officer -> officer.party().equals(PARTY))
                        .map(Officer::username)
                        .findFirst()
                        .orElseThrow())
                .accessToken();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
