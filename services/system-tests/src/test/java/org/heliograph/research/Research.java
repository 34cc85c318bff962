package org.heliograph.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ResearchObservation;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.IngestDesk;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.system.Said;
import org.heliograph.testkit.PartySystem;
import tools.jackson.databind.JsonNode;

/** Sends files to IOM, and sees what of them arrives at others. */
final class Research implements AutoCloseable {

    static final String DATASET = "missing-migrants";
    static final Duration PATIENCE = Duration.ofMinutes(4);
    /** As many as take far longer than a month. */
    private static final int LOOKS = 2_000;

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

    /** How many months are published, once that number does not change any more. */
    int awaitRest(String id) throws SQLException {
        try (Connection database = database();
                PreparedStatement statement = database.prepareStatement(
                        "select months_done from research_ingest where id = cast(? as uuid)")) {
            statement.setString(1, id);
            List<Integer> seen = new ArrayList<>();
            await().atMost(PATIENCE).until(() -> {
                seen.clear();
                for (int look = 0; look < LOOKS; look++) {
                    try (ResultSet found = statement.executeQuery()) {
                        found.next();
                        seen.add(found.getInt(1));
                    }
                }
                return seen.getFirst() > 0 && seen.getFirst().equals(seen.getLast());
            });
            return seen.getLast();
        }
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
        return awaitAlerts("unodc", routeId, messages);
    }

    List<AlertRoute> awaitAlerts(String party, String routeId, int messages) {
        try (PartySystem system = new PartySystem(stack, party)) {
            List<AlertRoute> came = new ArrayList<>();
            await().atMost(PATIENCE).untilAsserted(() -> {
                came.clear();
                system.readAll("inbox." + party + ".alerts", AlertRoute.class).stream()
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
                            .contains(value, "no indication of smuggling", "CC BY 3.0 IGO"));
        }
    }

    /** What an officer sees of each alert of a route that the party of the service received, latest first. */
    List<String> alertsListed(Component service, String routeId) {
        try (OfficerDesk desk = new OfficerDesk(stack, service)) {
            return desk.get("/api/v1/alerts/routes/received?size=100")
                    .success()
                    .path("items")
                    .valueStream()
                    .map(item -> item.path("alert"))
                    .filter(alert -> alert.path("routeId").asString().equals(routeId))
                    .map(alert -> alert.path("msgType").asString() + " "
                            + alert.path("status").asString() + " "
                            + alert.path("contextId").asString())
                    .toList();
        }
    }

    /** So many figures of these months came to the service of a party, and each is listed once. */
    void awaitListed(Component service, long figures, YearMonth first, YearMonth last) {
        String months = "&from=" + first.atDay(1) + "&to=" + last.atEndOfMonth();
        try (OfficerDesk desk = new OfficerDesk(stack, service)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(desk.get("/api/v1/observations?originator=iom&size=1" + months)
                                    .success()
                                    .path("total")
                                    .asLong())
                            .isEqualTo(figures));
        }
    }

    /** How many figures of these months are in the public topic, corrections and repetitions included. */
    long countPublic(YearMonth first, YearMonth last) {
        try (PartySystem unodc = new PartySystem(stack, "unodc")) {
            return unodc.readAll(PUBLIC, ResearchObservation.class).stream()
                    .filter(observation ->
                            observation.getEnvelope().getOriginatorParty().equals("iom"))
                    .map(observation -> YearMonth.parse(observation.getPeriod()))
                    .filter(month -> !month.isBefore(first) && !month.isAfter(last))
                    .count();
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

    /** Makes IOM forget records, which no file can: for other tests there is no recent month. */
    void forgetFrom(YearMonth month) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            statement.execute("delete from research_record where month >= '" + month.atDay(1) + "'");
            statement.execute("delete from research_month where month >= '" + month.atDay(1) + "'");
        }
    }

    /** How many of the observations added since then were sent before an event, and after it, in its partition. */
    record Place(long ahead, long behind) {}

    Place placeOf(String eventId, Instant since) throws SQLException {
        try (Connection database = database();
                PreparedStatement statement = database.prepareStatement("""
                        select count(*) filter (where o.seq < e.seq), count(*) filter (where o.seq > e.seq)
                        from outbox e join outbox o on o.bucket = e.bucket
                        where e.event_id = cast(? as uuid) and o.event_type = 'research.observation'
                          and o.added_at >= ?""")) {
            statement.setString(1, eventId);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return new Place(found.getLong(1), found.getLong(2));
            }
        }
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(
                stack.databaseUrl("iom"), "iom", stack.secrets().database("iom"));
    }

    String heliograph(int code, String... arguments) {
        Said said = Said.by(stack, arguments);
        assertThat(said.code()).as(said.text()).isEqualTo(code);
        return said.text();
    }

    @Override
    public void close() {
        iom.close();
    }
}
