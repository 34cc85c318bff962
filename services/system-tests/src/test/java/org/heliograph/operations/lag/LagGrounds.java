package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.SuperUser;

/**
 * A broker with the deployed rights, a super user who makes topics and readers, and collectors with operations' own.
 */
final class LagGrounds implements AutoCloseable {

    static final int WINDOW = 3;

    /** In milliseconds. */
    static final long SECOND = 1_000;

    private final Stack stack;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    LagGrounds(Stack stack) {
        this.stack = stack;
        admin = Admin.create(SuperUser.login(stack));
        producer = producer(Map.of("linger.ms", 0));
    }

    /** With the rights that operations has, and no others. */
    Look look() {
        return new Look(stack.brokerClients("operations"));
    }

    Look lookAs(String principal) {
        return new Look(stack.brokerClients(principal));
    }

    /** A collector and its memory. */
    static final class Look implements AutoCloseable {

        private final LagCluster cluster;
        private final LagCollector collector;

        Look(BrokerClients clients) {
            cluster = new LagCluster(Admin.create(clients.admin()));
            collector = new LagCollector(cluster, InstantSource.system(), WINDOW, Contents.UNKNOWN);
        }

        LagReport report() {
            return collector.look(Owners.NOBODY);
        }

        void times(int number) {
            for (int i = 0; i < number; i++) {
                report();
            }
        }

        LagReport report(Owners owners) {
            return collector.look(owners);
        }

        LagRow of(String group) {
            return row(report(), group);
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    /** Of one partition, dated by the broker; an earlier one of the name is gone. */
    TopicPartition topic(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("message.timestamp.type", "LogAppendTime"));
        all.putAll(settings);
        answer(admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(all)))
                .all());
        return new TopicPartition(name, 0);
    }

    void deleteTopic(String name) {
        answer(admin.deleteTopics(List.of(name)).all());
    }

    KafkaProducer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> config = SuperUser.login(stack);
        config.putAll(more);
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /** A batch for each record. Returns when the broker dated them. */
    List<Instant> send(TopicPartition to, int number) {
        List<Instant> dates = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            dates.add(send(to, "key-" + dates.size()));
        }
        return dates;
    }

    /** All in one batch, which the broker dates as one. */
    Instant sendBatch(TopicPartition to, int number) {
        try (KafkaProducer<String, String> slow = producer(Map.of("linger.ms", 60_000, "batch.size", 100_000))) {
            Future<RecordMetadata> last = IntStream.range(0, number)
                    .mapToObj(i -> slow.send(new ProducerRecord<>(to.topic(), to.partition(), "key", "value " + i)))
                    .toList()
                    .getLast();
            slow.flush();
            return Instant.ofEpochMilli(last.resultNow().timestamp());
        }
    }

    Instant send(TopicPartition to, String key) {
        try {
            return Instant.ofEpochMilli(producer.send(new ProducerRecord<>(to.topic(), to.partition(), key, "value"))
                    .get()
                    .timestamp());
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** As a reader would that has read all before this offset; of a group without members. */
    void commit(String group, TopicPartition at, long offset) {
        answer(admin.alterConsumerGroupOffsets(group, Map.of(at, new OffsetAndMetadata(offset)))
                .all());
    }

    /** What is seen once these groups have committed. */
    LagReport look(Look look, TopicPartition at, Map<String, Long> committed) {
        committed.forEach((group, offset) -> commit(group, at, offset));
        return look.report();
    }

    static LagRow row(LagReport report, String group) {
        return report.rows().stream()
                .filter(row -> row.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + group));
    }

    static void isAppendedAt(LagRow row, Instant truth, Instant at) {
        assertThat(row.oldest()).isBetween(truth.minusMillis(SECOND), truth.plusMillis(SECOND));
        assertThat(row.ageMillis())
                .isBetween(
                        Duration.between(truth, at).toMillis() - SECOND,
                        Duration.between(truth, at).toMillis() + SECOND);
    }

    /** Begins one and writes; it stays open. */
    static void transaction(KafkaProducer<String, String> writer, TopicPartition to, int number) {
        writer.beginTransaction();
        for (int i = 0; i < number; i++) {
            var _ = writer.send(new ProducerRecord<>(to.topic(), to.partition(), "key", "value"));
        }
        writer.flush();
    }

    void deleteRecordsBefore(TopicPartition of, long offset) {
        answer(admin.deleteRecords(Map.of(of, RecordsToDelete.beforeOffset(offset)))
                .all());
    }

    KafkaConsumer<String, String> consumer(String group) {
        Map<String, Object> config = SuperUser.login(stack);
        config.put("group.id", group);
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        config.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
    }

    static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
