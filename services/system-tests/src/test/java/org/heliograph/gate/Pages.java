package org.heliograph.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.jspecify.annotations.Nullable;

/** All committed records that one principal may read in some topics, read once each. */
final class Pages implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final PartySystem reader;
    private final Predicate<String> topics;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private @Nullable KafkaConsumer<String, byte[]> consumer;

    Pages(Stack stack, String principal, Predicate<String> topics) {
        this.reader = new PartySystem(stack, principal);
        this.topics = topics;
    }

    PartySystem reader() {
        return reader;
    }

    List<ConsumerRecord<String, byte[]>> records() {
        return Collections.unmodifiableList(records);
    }

    /** Reads what came since, and says whether anything did. */
    boolean turn() {
        int before = records.size();
        KafkaConsumer<String, byte[]> open = consumer == null ? reader.consumer(Map.of()) : consumer;
        consumer = open;
        try {
            read(open);
        } catch (KafkaException e) {
            closeConsumer();
            throw e;
        }
        return records.size() > before;
    }

    private void read(KafkaConsumer<String, byte[]> open) {
        List<TopicPartition> partitions = open.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(info -> topics.test(info.topic()))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        open.assign(partitions);
        partitions.forEach(partition -> open.seek(partition, next.getOrDefault(partition, 0L)));
        Map<TopicPartition, Long> ends = open.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> open.position(end.getKey()) < end.getValue())) {
            // At once, so that what an interrupted reading has taken is not taken again.
            open.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        records.add(message);
        next.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1);
    }

    private void closeConsumer() {
        KafkaConsumer<String, byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(POLL));
        }
    }

    @Override
    public void close() {
        closeConsumer();
        reader.close();
    }
}
