package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.exchange.receipt.Receipts;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.standalone.Component;
import org.heliograph.testkit.SampleEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the inbox promises, on a real broker and a real Postgres. The gate's part is played by a producer with the
 * gate's credentials.
 */
@ExtendWith(GroundsExtension.class)
class InboxIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String POISON = "poison";
    private static final String CONFLICT = "conflict";

    private final Grounds grounds;
    private final GateCopies gate;
    private final ServiceUnderTest service;

    InboxIT(Grounds grounds) {
        this.grounds = grounds;
        this.gate = new GateCopies(grounds);
        this.service = ServiceUnderTest.start(grounds, List.of(Handlers.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        Applied applied() {
            return new Applied(new ConcurrentLinkedQueue<>(), new AtomicInteger());
        }

        @Bean
        InboxHandler<AlertRoute> alerts(JdbcClient jdbc, Applied applied) {
            return new InboxHandler<>() {
                @Override
                public Class<AlertRoute> eventClass() {
                    return AlertRoute.class;
                }

                @Override
                public void handle(AlertRoute event, Delivery delivery) {
                    jdbc.sql("insert into applied values (?)")
                            .param(event.getEnvelope().getEventId())
                            .update();
                    applied.fail(event.getRouteId());
                    applied.events().add(event.getEnvelope().getEventId());
                }
            };
        }
    }

    record Applied(Queue<UUID> events, AtomicInteger conflicts) {

        void fail(String routeId) {
            if (routeId.equals(POISON)) {
                throw new IllegalStateException("the summary must not be kept: Departures have moved along the coast");
            }
            if (routeId.equals(CONFLICT) && conflicts.incrementAndGet() < 3) {
                throw new CannotAcquireLockException("somebody else was faster");
            }
        }
    }

    @BeforeEach
    void createStateOfTheHandler() {
        service.jdbc().sql("create table if not exists applied (event_id uuid)").update();
    }

    @AfterEach
    void close() {
        service.close();
        gate.close();
    }

    @Test
    void appliesACopyThatComesTwiceOnce() {
        AlertRoute alert = GateCopies.alert(Cases.newCase(), "route-7");
        AlertRoute last = GateCopies.alert(Cases.context(alert), "route-7");

        gate.copy(alert);
        gate.copy(alert);
        gate.copy(last);

        await().atMost(SOON).untilAsserted(() -> assertThat(applied(last)).isEqualTo(1));
        assertThat(applied(alert)).isEqualTo(1);
        assertThat(service.bean(Applied.class).events()).containsExactly(Cases.id(alert), Cases.id(last));
    }

    @Test
    void keepsPoisonAndWhatFollowsItInItsCaseAndGoesOnWithOthers() {
        String poisoned = Cases.newCase();
        AlertRoute poison = GateCopies.alert(poisoned, POISON);
        AlertRoute behind = GateCopies.alert(poisoned, "route-7");
        AlertRoute other = GateCopies.alert(Cases.newCase(Partitions.of(poisoned, Grounds.PARTITIONS)), "route-7");

        gate.copy(poison);
        gate.copy(behind);
        gate.copy(other);

        await().atMost(SOON).untilAsserted(() -> assertThat(applied(other)).isEqualTo(1));
        assertThat(applied(poison)).isZero();
        assertThat(applied(behind)).isZero();
        assertThat(seen(poison)).isZero();
        assertThat(letters(poisoned))
                .extracting(letter -> letter.get("event_id"))
                .containsExactly(Cases.id(poison), Cases.id(behind));
        assertThat(letters(poisoned).getFirst().get("reason"))
                .asString()
                .startsWith("IllegalStateException at ")
                .doesNotContain("Departures");
        assertThat(letters(poisoned).getLast().get("behind"))
                .isEqualTo(letters(poisoned).getFirst().get("id"));
    }

    @Test
    void appliesAnEventThoughAnotherOriginatorUsedItsIdBefore() {
        AlertRoute mine = GateCopies.alert(Cases.newCase(), "route-7");
        AlertRoute foreign = GateCopies.of("xb", mine);

        gate.copy(foreign);
        gate.copy(mine);
        gate.copy(foreign);

        await().atMost(SOON).untilAsserted(() -> assertThat(applied(mine)).isEqualTo(2));
        assertThat(service.jdbc()
                        .sql("select originator from inbox where event_id = ? order by originator")
                        .param(Cases.id(mine))
                        .query(String.class)
                        .list())
                .containsExactly("xa", "xb");
    }

    @Test
    void anotherOriginatorsPoisonInTheSameCaseHoldsNothingBack() {
        String shared = Cases.newCase();
        AlertRoute poison = GateCopies.of("xb", GateCopies.alert(shared, POISON));
        AlertRoute mine = GateCopies.alert(shared, "route-7");

        gate.copy(poison);
        gate.copy(mine);

        await().atMost(SOON).untilAsserted(() -> assertThat(applied(mine)).isEqualTo(1));
        assertThat(letters(shared))
                .extracting(letter -> letter.get("originator"))
                .containsExactly("xb");
    }

    @Test
    void keepsBytesThatMakeNoSenseAndGoesOn() {
        UUID eventId = UUID.randomUUID();
        AlertRoute next = GateCopies.alert(Cases.newCase(), "route-7");

        gate.send(Grounds.ALERTS, Partitions.of(Cases.context(next), Grounds.PARTITIONS), "xa/" + eventId, new byte[] {
            7, 7, 7
        });
        gate.copy(next);

        await().atMost(SOON).untilAsserted(() -> assertThat(applied(next)).isEqualTo(1));
        Map<String, @Nullable Object> letter = service.jdbc()
                .sql("select value, reason from dead_letter where originator = 'xa' and event_id = ?")
                .param(eventId)
                .query()
                .singleRow();
        assertThat(letter.get("value")).isEqualTo(new byte[] {7, 7, 7});
        assertThat(letter.get("reason"))
                .asString()
                .startsWith("MalformedEventException")
                .contains("topic=inbox.iom.alerts");
    }

    @Test
    void recordsWhatNobodyHandlesAndSkipsRecalls() {
        var request = SampleEvents.coopRequest("xa", "iom");
        UUID eventId = request.getEnvelope().getEventId();

        gate.send(Grounds.COOPERATION, 0, "xa/" + UUID.randomUUID(), null);
        gate.send(Grounds.COOPERATION, 0, "xa/" + eventId, gate.events().write(Grounds.COOPERATION, request));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.jdbc()
                                .sql("select event_type from inbox where event_id = ?")
                                .param(eventId)
                                .query(String.class)
                                .optional())
                        .contains("coop.request"));
    }

    @Test
    void triesAgainAfterAPassingConflict() {
        AlertRoute alert = GateCopies.alert(Cases.newCase(), CONFLICT);

        gate.copy(alert);

        await().atMost(SOON).untilAsserted(() -> assertThat(applied(alert)).isEqualTo(1));
        assertThat(service.bean(Applied.class).conflicts()).hasValue(3);
        assertThat(letters(Cases.context(alert))).isEmpty();
    }

    @Test
    void waitsForADatabaseThatIsDown() {
        AlertRoute alert = GateCopies.alert(Cases.newCase(), "route-7");
        AlertRoute answer = GateCopies.alert(Cases.newCase(), "route-7");

        // Written before, as the registry stands on the same Postgres.
        byte[] value = gate.events().write(Grounds.ALERTS, alert);

        grounds.stack().stop(Component.POSTGRES);
        try {
            gate.send(
                    Grounds.ALERTS,
                    Partitions.of(Cases.context(alert), Grounds.PARTITIONS),
                    GateCopies.key(alert.getEnvelope()),
                    value);
        } finally {
            grounds.stack().start(Component.POSTGRES);
        }

        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(applied(alert)).isEqualTo(1));
        assertThat(letters(Cases.context(alert))).isEmpty();
        service.add(GateCopies.ofIom(answer));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(service.jdbc()
                                .sql("select count(*) from outbox where sent_at is null and held_at is null")
                                .query(Long.class)
                                .single())
                        .as("rows that the relay has not sent since the database is back")
                        .isZero());
    }

    @Test
    void keepsReceiptsOnce() {
        UUID eventId = UUID.randomUUID();
        Receipt receipt = GateCopies.receipt(eventId);
        byte[] value = gate.events().write(Grounds.RECEIPTS, receipt);

        gate.send(Grounds.RECEIPTS, 3, receipt.getDispatch(), value);
        gate.send(Grounds.RECEIPTS, 3, receipt.getDispatch(), value);

        Receipts receipts = service.bean(Receipts.class);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receipts.of(eventId)).containsExactly(receipt));
        assertThat(receipts.of(UUID.randomUUID())).isEmpty();
    }

    private long applied(AlertRoute alert) {
        return count("select count(*) from applied where event_id = ?", alert);
    }

    private long seen(AlertRoute alert) {
        return count("select count(*) from inbox where event_id = ?", alert);
    }

    private long count(String sql, AlertRoute alert) {
        return service.jdbc().sql(sql).param(Cases.id(alert)).query(Long.class).single();
    }

    private List<Map<String, @Nullable Object>> letters(String contextId) {
        return service.jdbc()
                .sql("select * from dead_letter where context_id = ? order by id")
                .param(contextId)
                .query()
                .listOfRows();
    }
}
