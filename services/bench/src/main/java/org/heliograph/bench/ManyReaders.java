package org.heliograph.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Consumer groups that are all behind, each at every partition of one topic and anywhere in it. Records are dated over
 * the last week, at odd intervals, so that it is known how old each is.
 */
final class ManyReaders {

    static final int PARTITIONS = 20;

    private static final int TOPICS = 50;
    private static final int RECORDS = 200;
    private static final int GROUPS_AT_ONCE = 500;
    private static final int MOST_READ_ON = 5;
    private static final long WEEK = 7L * 24 * 3_600 * 1_000;

    private final Bare broker;
    private final Random random = new Random(1);
    private final long[][][] dates = new long[TOPICS][PARTITIONS][RECORDS];

    /** Offsets by group and partition. */
    private final List<int[]> offsets = new ArrayList<>();

    ManyReaders(Bare broker) {
        this.broker = broker;
    }

    static String group(int number) {
        return "xa.bench-" + number;
    }

    private static String topic(int number) {
        return "bench.lag-" + number;
    }

    /** Makes the topics and their records. */
    void write() {
        try (Admin admin = broker.admin();
                KafkaProducer<byte[], byte[]> producer = producer()) {
            answer(admin.createTopics(IntStream.range(0, TOPICS)
                            .mapToObj(number -> new NewTopic(topic(number), PARTITIONS, (short) 1)
                                    .configs(Map.of("retention.ms", "-1", "message.timestamp.type", "CreateTime")))
                            .toList())
                    .all());
            byte[] value = new byte[100];
            long now = System.currentTimeMillis();
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (int topic = 0; topic < TOPICS; topic++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    long[] own = dates[topic][partition];
                    Arrays.setAll(own, _ -> now - random.nextLong(WEEK));
                    Arrays.sort(own);
                    for (long date : own) {
                        written.add(producer.send(new ProducerRecord<>(topic(topic), partition, date, null, value)));
                    }
                }
            }
            // Where one is missing, all ages of its partition are others than this knows.
            written.forEach(ManyReaders::answer);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(broker.login());
        config.put("linger.ms", 50);
        // An idempotent producer keeps the order of a partition, and with it that of the dates.
        config.put("enable.idempotence", true);
        // Partitions that are just made refuse some; with one request at a time none of a later one goes before.
        config.put("max.in.flight.requests.per.connection", 1);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Until there are so many groups. */
    void add(int groups) {
        List<Integer> added = new ArrayList<>();
        while (offsets.size() < groups) {
            added.add(offsets.size());
            offsets.add(random.ints(PARTITIONS, 0, RECORDS).toArray());
        }
        commit(added);
    }

    /** So many of them, anywhere among all, read a few records of each partition, and never the last. */
    void readOn(int groups) {
        List<Integer> moved =
                random.ints(0, offsets.size()).distinct().limit(groups).boxed().toList();
        for (int group : moved) {
            Arrays.setAll(
                    offsets.get(group),
                    partition ->
                            Math.min(RECORDS - 1, offsets.get(group)[partition] + 1 + random.nextInt(MOST_READ_ON)));
        }
        commit(moved);
    }

    private void commit(List<Integer> groups) {
        try (Admin admin = broker.admin()) {
            for (int from = 0; from < groups.size(); from += GROUPS_AT_ONCE) {
                List<KafkaFuture<Void>> commits = new ArrayList<>();
                for (int group : groups.subList(from, Math.min(from + GROUPS_AT_ONCE, groups.size()))) {
                    commits.add(admin.alterConsumerGroupOffsets(group(group), offsetsOf(group))
                            .all());
                }
                commits.forEach(ManyReaders::answer);
            }
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> offsetsOf(int group) {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            committed.put(
                    new TopicPartition(topic(group % TOPICS), partition),
                    new OffsetAndMetadata(offsets.get(group)[partition]));
        }
        return committed;
    }

    /** When the oldest record was appended that this group has not read. */
    long oldest(int group) {
        return IntStream.range(0, PARTITIONS)
                .mapToLong(partition -> dates[group % TOPICS][partition][offsets.get(group)[partition]])
                .min()
                .orElseThrow();
    }

    private static <T> T answer(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
