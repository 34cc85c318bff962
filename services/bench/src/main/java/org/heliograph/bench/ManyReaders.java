package org.heliograph.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    private static final long WEEK = 7L * 24 * 3_600 * 1_000;

    private final Bare broker;
    private final Random random = new Random(1);
    private final long[][][] dates = new long[TOPICS][PARTITIONS][RECORDS];
    private final List<Long> oldest = new ArrayList<>();

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
            for (int topic = 0; topic < TOPICS; topic++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    long[] own = dates[topic][partition];
                    Arrays.setAll(own, _ -> now - random.nextLong(WEEK));
                    Arrays.sort(own);
                    for (long date : own) {
                        var _ = producer.send(new ProducerRecord<>(topic(topic), partition, date, null, value));
                    }
                }
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>(broker.login());
        config.put("linger.ms", 50);
        // An idempotent producer keeps the order of a partition, and with it that of the dates.
        config.put("enable.idempotence", true);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Until there are so many groups. */
    void add(int groups) {
        try (Admin admin = broker.admin()) {
            while (oldest.size() < groups) {
                List<KafkaFuture<Void>> commits = new ArrayList<>();
                for (int i = 0; i < GROUPS_AT_ONCE && oldest.size() < groups; i++) {
                    commits.add(admin.alterConsumerGroupOffsets(group(oldest.size()), someOffsets())
                            .all());
                }
                commits.forEach(ManyReaders::answer);
            }
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> someOffsets() {
        int topic = oldest.size() % TOPICS;
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        long first = Long.MAX_VALUE;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int offset = random.nextInt(RECORDS);
            offsets.put(new TopicPartition(topic(topic), partition), new OffsetAndMetadata(offset));
            first = Math.min(first, dates[topic][partition][offset]);
        }
        oldest.add(first);
        return offsets;
    }

    /** When the oldest record was appended that this group has not read. */
    long oldest(int group) {
        return oldest.get(group);
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
