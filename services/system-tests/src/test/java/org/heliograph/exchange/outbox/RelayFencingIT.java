package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.tracing.StepSpans;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.exchange.wire.SchemaLookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No two relays ever write the same: neither side by side, nor one that slept while another took over. */
@ExtendWith(GroundsExtension.class)
class RelayFencingIT {

    private final IomOutbox outbox;

    RelayFencingIT(Grounds grounds) {
        this.outbox = new IomOutbox(grounds);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void twoInstancesTogetherSendEachEventOnce() {
        String contextId = Cases.newCase();
        List<UUID> added = new ArrayList<>();

        try (ServiceUnderTest one = outbox.start();
                ServiceUnderTest other = outbox.start()) {
            for (int round = 0; round < 60; round++) {
                AlertRoute alert = IomOutbox.alert(contextId);
                added.add(Cases.id(alert));
                (round % 2 == 0 ? one : other).add(alert);
                if (round == 30) {
                    loseLocks(one);
                }
            }
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(outbox.newsOf(contextId)).hasSize(60));
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(IomOutbox.unsent(one)).isZero());
        }
        assertThat(outbox.newsOf(contextId)).isEqualTo(added);
        outbox.assertNumbersWithoutGaps();
    }

    @Test
    void aPausedRelayThatLostItsLocksCanChangeNothing() throws SQLException {
        AlertRoute alert = IomOutbox.alert(Cases.newCase());
        int bucket = Partitions.of(Cases.context(alert), Grounds.PARTITIONS);

        try (ServiceUnderTest service = outbox.start(IomOutbox.NO_RELAY);
                RelayConnection pausedConnection = RelayConnection.open(service.dataSource());
                RelayConnection successorConnection = RelayConnection.open(service.dataSource());
                BucketSession paused = BucketSession.begin(context(service), pausedConnection, bucket)) {
            assertThat(pausedConnection.hold(List.of(bucket))).containsExactly(bucket);
            assertThat(successorConnection.hold(List.of(bucket))).isEmpty();
            service.add(alert);
            loseLocks(service);

            assertThatExceptionOfType(SQLException.class).isThrownBy(paused::sendChunk);
            assertThat(pausedConnection.isLost()).isTrue();
            assertThat(outbox.newsOf(Cases.context(alert))).isEmpty();
        }
    }

    @Test
    void aPausedRelayIsFencedByTheBrokerToo() throws SQLException {
        AlertRoute alert = IomOutbox.alert(Cases.newCase());
        int bucket = Partitions.of(Cases.context(alert), Grounds.PARTITIONS);

        try (ServiceUnderTest service = outbox.start(IomOutbox.NO_RELAY);
                RelayConnection pausedConnection = RelayConnection.open(service.dataSource());
                RelayConnection successorConnection = RelayConnection.open(service.dataSource());
                BucketSession paused = BucketSession.begin(context(service), pausedConnection, bucket)) {
            // What another test left in this bucket goes first, so that only the alert is left to count.
            paused.sendChunk();
            service.add(alert);
            try (BucketSession successor = BucketSession.begin(context(service), successorConnection, bucket)) {
                assertThatExceptionOfType(KafkaException.class).isThrownBy(paused::sendChunk);
                assertThat(outbox.newsOf(Cases.context(alert))).isEmpty();

                assertThat(successor.sendChunk()).isEqualTo(1);
            }
            assertThat(outbox.newsOf(Cases.context(alert))).containsExactly(Cases.id(alert));
        }
        outbox.assertNumbersWithoutGaps();
    }

    @Test
    void whatTheDatabaseForgotInItsLastMomentsIsNotSentAgain() throws SQLException {
        String contextId = Cases.newCase();
        int bucket = Partitions.of(contextId, Grounds.PARTITIONS);
        List<UUID> added = new ArrayList<>();

        try (ServiceUnderTest service = outbox.start(IomOutbox.NO_RELAY);
                RelayConnection connection = RelayConnection.open(service.dataSource())) {
            RelayContext context = context(service, 3);
            send(context, connection, bucket);
            for (int number = 0; number < 60; number++) {
                AlertRoute alert = IomOutbox.alert(contextId);
                added.add(Cases.id(alert));
                service.add(alert);
            }
            assertThat(send(context, connection, bucket)).isEqualTo(60);
            // All but the first chunk, which is far more than the end of the outbox that is read in any case.
            service.jdbc()
                    .sql("update outbox set seq = null, sent_at = null, sent_offset = null where context_id = ?"
                            + " and event_id <> all (?)")
                    .params(contextId, added.subList(0, 3).toArray(new UUID[0]))
                    .update();

            assertThat(send(context, connection, bucket)).isZero();
        }
        assertThat(outbox.newsOf(contextId)).isEqualTo(added);
        outbox.assertNumbersWithoutGaps();
    }

    private static int send(RelayContext context, RelayConnection connection, int bucket) throws SQLException {
        int all = 0;
        try (BucketSession session = BucketSession.begin(context, connection, bucket)) {
            for (int sent = session.sendChunk(); sent > 0; sent = session.sendChunk()) {
                all += sent;
            }
        }
        return all;
    }

    private static RelayContext context(ServiceUnderTest service) {
        return context(service, 100);
    }

    private static RelayContext context(ServiceUnderTest service, int chunk) {
        String topic = service.bean(PartyProperties.class).outboxTopic();
        BrokerClients clients = service.bean(BrokerClients.class);
        var tails = new OutboxTailReader(clients, service.bean(EventDeserializer.class), topic);
        return new RelayContext(clients, service.bean(SchemaLookup.class), tails, topic, chunk, StepSpans.NONE);
    }

    private static void loseLocks(ServiceUnderTest service) {
        service.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = ?"
                        + " and database = (select oid from pg_database where datname = current_database())"
                        + " group by pid")
                .param((long) AdvisoryLocks.RELAYING)
                .query((row, number) -> row.getBoolean(1))
                .list();
    }
}
