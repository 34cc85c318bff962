package org.heliograph.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ResearchObservation;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.IngestDesk;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.testkit.PartySystem;
import tools.jackson.databind.JsonNode;

/** Sends files to IOM, and sees what of them arrives at others. */
final class Research implements AutoCloseable {

    static final String DATASET = "missing-migrants";
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PUBLIC = "public.research.observation";

    private final Stack stack;
    private final IngestDesk iom;

    Research(Stack stack) {
        this.stack = stack;
        this.iom = new IngestDesk(stack);
    }

    IngestDesk iom() {
        return iom;
    }

    /** One file at a time. */
    IngestDesk.Answer send(Path file, boolean replay) {
        return iom.send(DATASET, file, replay);
    }

    JsonNode ingest(Path file, boolean replay) {
        IngestDesk.Answer answer = send(file, replay);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return awaitDone(answer.body().path("ingestId").asString());
    }

    JsonNode awaitDone(String id) {
        await().atMost(PATIENCE)
                .ignoreException(StackException.class)
                .untilAsserted(() ->
                        assertThat(iom.look(id).body().path("state").asString()).isEqualTo("DONE"));
        return iom.look(id).body();
    }

    int monthsDone(String id) {
        return iom.look(id).body().path("observations").path("monthsDone").asInt();
    }

    static long published(JsonNode ingest) {
        return ingest.path("observations").path("published").asLong();
    }

    static List<Long> rows(JsonNode ingest) {
        JsonNode rows = ingest.path("rows");
        long aside = rows.path("setAside")
                .valueStream()
                .mapToLong(reason -> reason.path("rows").asLong())
                .sum();
        return List.of(rows.path("read").asLong(), rows.path("taken").asLong(), aside);
    }

    static List<String> steps(JsonNode ingest, String route) {
        return ingest.path("alerts")
                .path("raised")
                .valueStream()
                .filter(raised -> raised.path("route").asString().equals(route))
                .map(raised -> raised.path("step").asString() + " "
                        + raised.path("status").asString() + " "
                        + raised.path("month").asString())
                .toList();
    }

    /** As an agency reads them with a client of its own; exactly so many came in all. */
    Map<String, ResearchObservation> awaitPublic(String geoCode, int messages) {
        try (PartySystem unodc = new PartySystem(stack, "unodc")) {
            List<ResearchObservation> came = new ArrayList<>();
            await().atMost(PATIENCE).untilAsserted(() -> {
                came.clear();
                unodc.readAll(PUBLIC, ResearchObservation.class).stream()
                        .filter(observation -> observation.getGeoCode().equals(geoCode))
                        .forEach(came::add);
                assertThat(came).hasSize(messages);
            });
            Map<String, ResearchObservation> last = new HashMap<>();
            came.forEach(observation -> last.merge(
                    observation.getEnvelope().getContextId(),
                    observation,
                    (one, other) -> one.getRevision() > other.getRevision() ? one : other));
            return last;
        }
    }

    static ResearchObservation dead(Map<String, ResearchObservation> last, String period) {
        return last.values().stream()
                .filter(observation -> observation.getIndicator().equals("missing-migrants.dead"))
                .filter(observation -> observation.getPeriod().equals(period))
                .reduce((_, _) -> {
                    throw new AssertionError("one case for each series and month");
                })
                .orElseThrow();
    }

    List<AlertRoute> awaitAlerts(String routeId, int messages) {
        try (PartySystem unodc = new PartySystem(stack, "unodc")) {
            List<AlertRoute> came = new ArrayList<>();
            await().atMost(PATIENCE).untilAsserted(() -> {
                came.clear();
                unodc.readAll("inbox.unodc.alerts", AlertRoute.class).stream()
                        .filter(alert -> alert.getRouteId().equals(routeId))
                        .forEach(came::add);
                assertThat(came).hasSize(messages);
            });
            return came;
        }
    }

    void awaitListedAtUnodc(String geoCode, String period, String value) {
        String days = "&from=" + period + "-01&to=" + period + "-31";
        String series = "?originator=iom&indicator=missing-migrants.dead&geoCode=" + geoCode;
        try (OfficerDesk unodc = new OfficerDesk(stack, Component.UNODC)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(unodc.get("/api/v1/observations" + series + days)
                                    .success()
                                    .toString())
                            .contains(value));
        }
    }

    long stored(String pattern) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement();
                var found = statement.executeQuery("select (select count(*) from research_record where web_id like '"
                        + pattern + "') + (select count(*) from research_staged where web_id like '" + pattern
                        + "')")) {
            found.next();
            return found.getLong(1);
        }
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(
                stack.databaseUrl("iom"), "iom", stack.secrets().database("iom"));
    }

    String heliograph(Path folder, int code, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of("../../heliograph").toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment()
                .put(
                        "HELIOGRAPH_STATE",
                        Path.of("target", "heliograph").toAbsolutePath().toString());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(said);
        assertThat(process.exitValue()).as(text).isEqualTo(code);
        return text;
    }

    @Override
    public void close() {
        iom.close();
    }
}
