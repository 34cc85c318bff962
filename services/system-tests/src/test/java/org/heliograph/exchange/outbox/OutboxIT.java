package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.PartyProperties;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the outbox promises, on a real broker and a real Postgres. */
@ExtendWith(GroundsExtension.class)
class OutboxIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String NO_RELAY = "heliograph.outbox.relay=false";
    private static final String NO_INBOX = "heliograph.inbox.families=alerts";

    private final Grounds grounds;
    private final PartySystem iom;
    private final Map<Integer, Long> before = new HashMap<>();

    OutboxIT(Grounds grounds) {
        this.grounds = grounds;
        this.iom = new PartySystem(grounds.stack(), "iom");
    }

    /** A dispatch as it is in the outbox. */
    private record Sent(int partition, long offset, String contextId, long seq, UUID eventId, Dispatch dispatch) {}

    @BeforeEach
    void noteTheEndOfTheOutbox() {
        sent().forEach(sent -> before.merge(sent.partition(), sent.offset(), Math::max));
    }

    @AfterEach
    void close() {
        iom.close();
    }

    @Test
    void sendsEachEventOnceInTheOrderOfItsCaseWithNumbersWithoutGaps() {
        List<String> cases = IntStream.range(0, 5).mapToObj(index -> newCase()).toList();
        Map<String, List<UUID>> added = new HashMap<>();

        try (ServiceUnderTest service = start()) {
            for (int round = 0; round < 40; round++) {
                for (String contextId : cases) {
                    AlertRoute alert = alert(contextId);
                    added.computeIfAbsent(contextId, key -> new ArrayList<>())
                            .add(alert.getEnvelope().getEventId());
                    service.add(alert);
                }
            }
            await().atMost(SOON).untilAsserted(() -> assertThat(news()).hasSize(200));
        }

        cases.forEach(contextId -> assertThat(newsOf(contextId)).isEqualTo(added.get(contextId)));
        assertNumbersWithoutGaps();
        assertThat(news()).allMatch(sent -> sent.partition() == Partitions.of(sent.contextId(), Grounds.PARTITIONS));
    }

    @Test
    void sendsNothingThatWasRolledBackAndAddsNothingOutsideATransaction() {
        AlertRoute never = alert(newCase());
        AlertRoute after = alert(newCase());

        try (ServiceUnderTest service = start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> service.bean(Outbox.class)
                            .add(never, Distribution.newBuilder().build()));
            service.transaction().executeWithoutResult(status -> {
                service.bean(Outbox.class).add(never, Distribution.newBuilder().build());
                status.setRollbackOnly();
            });
            service.add(after);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newsOf(context(after))).hasSize(1));
        }

        assertThat(newsOf(context(never))).isEmpty();
    }

    @Test
    void sendsAfterACrashBetweenCommitAndSend() {
        AlertRoute alert = alert(newCase());

        try (ServiceUnderTest crashing = start(NO_RELAY)) {
            crashing.add(alert);
        }
        assertThat(newsOf(context(alert))).isEmpty();

        try (ServiceUnderTest restarted = start()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(unsent(restarted)).isZero());
        }
        assertThat(newsOf(context(alert))).containsExactly(id(alert));
        assertNumbersWithoutGaps();
    }

    @Test
    void sendsAfterACrashBetweenNumberingAndSend() {
        AlertRoute alert = alert(newCase());

        try (ServiceUnderTest crashing = start(NO_RELAY)) {
            crashing.add(alert);
            crashing.jdbc()
                    .sql("update outbox set seq = (select coalesce(max(seq), 0) + 7 from outbox) where event_id = ?")
                    .param(id(alert))
                    .update();
        }

        try (ServiceUnderTest restarted = start()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(unsent(restarted)).isZero());
        }
        assertThat(newsOf(context(alert))).containsExactly(id(alert));
        assertNumbersWithoutGaps();
    }

    @Test
    void sendsNothingAgainAfterACrashBetweenSendAndMark() {
        String contextId = newCase();
        AlertRoute first = alert(contextId);
        AlertRoute second = alert(contextId);

        try (ServiceUnderTest crashing = start()) {
            crashing.add(first);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(unsent(crashing)).isZero());
        }
        try (ServiceUnderTest database = start(NO_RELAY)) {
            database.jdbc()
                    .sql("update outbox set sent_at = null, sent_offset = null where event_id = ?")
                    .param(id(first))
                    .update();
        }

        try (ServiceUnderTest restarted = start()) {
            restarted.add(second);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(unsent(restarted)).isZero());
        }
        assertThat(newsOf(contextId)).containsExactly(id(first), id(second));
        assertNumbersWithoutGaps();
    }

    @Test
    void continuesAfterTheLastNumberOfTheOutboxWhenTheDatabaseIsOlder() {
        String contextId = newCase();
        AlertRoute kept = alert(contextId);
        AlertRoute lost = alert(contextId);
        AlertRoute next = alert(contextId);

        try (ServiceUnderTest service = start()) {
            service.add(kept);
            service.add(lost);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newsOf(contextId)).hasSize(2));
        }
        try (ServiceUnderTest database = start(NO_RELAY)) {
            database.jdbc()
                    .sql("delete from outbox where event_id <> ?")
                    .param(id(kept))
                    .update();
            database.jdbc()
                    .sql("update outbox set sent_at = null, seq = null, sent_offset = null")
                    .update();
        }

        try (ServiceUnderTest restored = start()) {
            restored.add(next);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(unsent(restored)).isZero());
        }
        assertThat(newsOf(contextId)).containsExactly(id(kept), id(lost), id(next));
        assertNumbersWithoutGaps();
    }

    @Test
    void holdsBackOnlyTheCaseOfARowThatCannotBeSent() {
        String stuckCase = newCase();
        String otherCase = caseOf(Partitions.of(stuckCase, Grounds.PARTITIONS));
        AlertRoute tooLarge = alert(stuckCase);
        AlertRoute behind = alert(stuckCase);
        AlertRoute other = alert(otherCase);

        try (ServiceUnderTest service = start(NO_RELAY)) {
            service.add(tooLarge, behind, other);
            service.jdbc()
                    .sql("update outbox set event = decode(repeat('00', 1100000), 'hex') where event_id = ?")
                    .param(id(tooLarge))
                    .update();
        }

        try (ServiceUnderTest restarted = start()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newsOf(otherCase)).containsExactly(id(other)));
            assertThat(restarted
                            .jdbc()
                            .sql("select held_reason from outbox where event_id = ?")
                            .param(id(tooLarge))
                            .query(String.class)
                            .single())
                    .isEqualTo("RecordTooLargeException");
            assertThat(newsOf(stuckCase)).isEmpty();

            restarted
                    .jdbc()
                    .sql("delete from outbox where event_id = ?")
                    .param(id(tooLarge))
                    .update();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newsOf(stuckCase)).containsExactly(id(behind)));
        }
        assertNumbersWithoutGaps();
    }

    @Test
    void waitsForASchemaThatIsNotRegisteredYetAndHoldsBackOnlyItsCase() throws Exception {
        String waitingCase = newCase();
        String otherCase = caseOf(Partitions.of(waitingCase, Grounds.PARTITIONS));
        CoopEvent step = SampleEvents.coopEvent(
                "iom",
                SampleEvents.cooperation("coop.event", "iom")
                        .setContextId(waitingCase)
                        .build());
        AlertRoute behind = alert(waitingCase);
        AlertRoute other = alert(otherCase);

        try (ServiceUnderTest service = start();
                PartySystem operations = new PartySystem(grounds.stack(), "operations")) {
            service.add(step, behind, other);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newsOf(otherCase)).containsExactly(id(other)));
            assertThat(newsOf(waitingCase)).isEmpty();

            Grounds.register(operations, CoopEvent.class);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(news())
                            .filteredOn(sent -> sent.contextId().equals(waitingCase))
                            .hasSize(2));
        }
        assertNumbersWithoutGaps();
    }

    @Test
    void twoInstancesTogetherSendEachEventOnce() {
        String contextId = newCase();
        List<UUID> added = new ArrayList<>();

        try (ServiceUnderTest one = start();
                ServiceUnderTest other = start()) {
            for (int round = 0; round < 60; round++) {
                AlertRoute alert = alert(contextId);
                added.add(id(alert));
                (round % 2 == 0 ? one : other).add(alert);
                if (round == 30) {
                    loseLocks(one);
                }
            }
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newsOf(contextId)).hasSize(60));
            await().atMost(SOON).untilAsserted(() -> assertThat(unsent(one)).isZero());
        }
        assertThat(newsOf(contextId)).isEqualTo(added);
        assertNumbersWithoutGaps();
    }

    @Test
    void aPausedRelayThatLostItsLocksCanChangeNothing() throws SQLException {
        AlertRoute alert = alert(newCase());
        int bucket = Partitions.of(context(alert), Grounds.PARTITIONS);

        try (ServiceUnderTest service = start(NO_RELAY);
                RelayConnection pausedConnection = RelayConnection.open(service.dataSource());
                RelayConnection successorConnection = RelayConnection.open(service.dataSource());
                BucketSession paused = BucketSession.begin(context(service), pausedConnection, bucket)) {
            assertThat(pausedConnection.hold(List.of(bucket))).containsExactly(bucket);
            assertThat(successorConnection.hold(List.of(bucket))).isEmpty();
            service.add(alert);
            loseLocks(service);

            assertThatExceptionOfType(SQLException.class).isThrownBy(paused::sendChunk);
            assertThat(pausedConnection.isLost()).isTrue();
            assertThat(newsOf(context(alert))).isEmpty();
        }
    }

    @Test
    void aPausedRelayIsFencedByTheBrokerToo() throws SQLException {
        AlertRoute alert = alert(newCase());
        int bucket = Partitions.of(context(alert), Grounds.PARTITIONS);

        try (ServiceUnderTest service = start(NO_RELAY);
                RelayConnection pausedConnection = RelayConnection.open(service.dataSource());
                RelayConnection successorConnection = RelayConnection.open(service.dataSource());
                BucketSession paused = BucketSession.begin(context(service), pausedConnection, bucket)) {
            service.add(alert);
            try (BucketSession successor = BucketSession.begin(context(service), successorConnection, bucket)) {
                assertThatExceptionOfType(KafkaException.class).isThrownBy(paused::sendChunk);
                assertThat(newsOf(context(alert))).isEmpty();

                assertThat(successor.sendChunk()).isEqualTo(1);
            }
            assertThat(newsOf(context(alert))).containsExactly(id(alert));
        }
        assertNumbersWithoutGaps();
    }

    @Test
    void carriesTheTraceUpToTheOutbox() {
        AlertRoute alert = alert(newCase());
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        try (ServiceUnderTest service = start()) {
            service.transaction().executeWithoutResult(status -> {
                service.bean(Outbox.class).add(alert, Distribution.newBuilder().build());
                service.jdbc()
                        .sql("update outbox set traceparent = ? where event_id = ?")
                        .params(trace, id(alert))
                        .update();
            });
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(newsOf(context(alert))).hasSize(1));
        }

        assertThat(iom.readAll(List.of(Grounds.OUTBOX)))
                .filteredOn(message -> message.key().equals(context(alert)))
                .singleElement()
                .satisfies(message -> assertThat(
                                message.headers().lastHeader("traceparent").value())
                        .asString()
                        .isEqualTo(trace));
    }

    private ServiceUnderTest start(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(NO_INBOX);
        return ServiceUnderTest.start(grounds, List.of(), all.toArray(new String[0]));
    }

    private static RelayContext context(ServiceUnderTest service) {
        String topic = service.bean(PartyProperties.class).outboxTopic();
        BrokerClients clients = service.bean(BrokerClients.class);
        var tails = new OutboxTailReader(clients, service.bean(EventDeserializer.class), topic);
        return new RelayContext(clients, service.bean(SchemaLookup.class), tails, topic, 100);
    }

    private static void loseLocks(ServiceUnderTest service) {
        service.jdbc()
                .sql(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = ?"
                                + " and database = (select oid from pg_database where datname = current_database()) group by pid")
                .param((long) AdvisoryLocks.RELAYING)
                .query((row, number) -> row.getBoolean(1))
                .list();
    }

    private static long unsent(ServiceUnderTest service) {
        return service.jdbc()
                .sql("select count(*) from outbox where sent_at is null and held_at is null")
                .query(Long.class)
                .single();
    }

    private List<Sent> sent() {
        return iom.readAll(List.of(Grounds.OUTBOX)).stream().map(this::sent).toList();
    }

    private Sent sent(ConsumerRecord<String, byte[]> message) {
        Dispatch dispatch = iom.decode(message.value(), Dispatch.class);
        WireValue event = WireValue.split(dispatch.getEvent());
        Envelope envelope = org.heliograph.exchange.wire.AvroBinary.envelope(
                iom.schemas().byId(event.schemaId()).orElseThrow(), event.binary());
        return new Sent(
                message.partition(),
                message.offset(),
                message.key(),
                dispatch.getSeq(),
                envelope.getEventId(),
                dispatch);
    }

    /** What was sent since the test began. */
    private List<Sent> news() {
        return sent().stream()
                .filter(sent -> sent.offset() > before.getOrDefault(sent.partition(), -1L))
                .sorted(Comparator.comparing(Sent::partition).thenComparing(Sent::offset))
                .toList();
    }

    private List<UUID> newsOf(String contextId) {
        return news().stream()
                .filter(sent -> sent.contextId().equals(contextId))
                .map(Sent::eventId)
                .toList();
    }

    private void assertNumbersWithoutGaps() {
        for (int partition = 0; partition < Grounds.PARTITIONS; partition++) {
            int number = partition;
            List<Long> numbers = sent().stream()
                    .filter(sent -> sent.partition() == number)
                    .sorted(Comparator.comparing(Sent::offset))
                    .map(Sent::seq)
                    .toList();
            assertThat(numbers)
                    .as("numbers of partition %s", partition)
                    .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }

    private static AlertRoute alert(String contextId) {
        return SampleEvents.alertRoute(SampleEvents.envelope("alert.route", "iom")
                .setContextId(contextId)
                .setTlp(Tlp.GREEN)
                .setLane(Lane.OPERATIONAL)
                .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                .build());
    }

    private static String newCase() {
        return "exercise:" + UUID.randomUUID();
    }

    private static String caseOf(int partition) {
        String contextId = newCase();
        while (Partitions.of(contextId, Grounds.PARTITIONS) != partition) {
            contextId = newCase();
        }
        return contextId;
    }

    private static String context(AlertRoute alert) {
        return alert.getEnvelope().getContextId();
    }

    private static UUID id(AlertRoute alert) {
        return alert.getEnvelope().getEventId();
    }
}
