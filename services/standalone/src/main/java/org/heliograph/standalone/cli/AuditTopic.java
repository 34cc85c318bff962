package org.heliograph.standalone.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;

/** The audit, as its auditor reads it: nobody else may, operations only with its secret. */
final class AuditTopic {

    private final Stack stack;
    private final String auditor;

    AuditTopic(Stack stack) {
        this.stack = stack;
        this.auditor = stack.roster().platform().auditor();
    }

    SchemaLookup schemas() {
        return stack.schemas(auditor);
    }

    /**
     * Hands over what is committed now, from the first record on and in the order of each partition, and keeps none of
     * it.
     */
    void each(Consumer<ConsumerRecord<String, byte[]>> reader) {
        read(KafkaConsumer::seekToBeginning, reader, Progress.NONE);
    }

    /** As {@link #each}, from the first record that the broker took at that time or later. */
    void since(Instant begin, Consumer<ConsumerRecord<String, byte[]>> reader, Progress progress) {
        read((consumer, partitions) -> seek(consumer, partitions, begin), reader, progress);
    }

    /** How far a reading has come, told now and then. */
    interface Progress {

        Progress NONE = (read, all) -> {};

        /** Offsets, of which some are no records. */
        void at(long read, long all);
    }

    private interface Start {

        void in(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions);
    }

    private static void seek(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, Instant begin) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> begin.toEpochMilli()));
        consumer.seekToEnd(partitions);
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found != null) {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private void read(Start start, Consumer<ConsumerRecord<String, byte[]>> reader, Progress progress) {
        try (var consumer = new KafkaConsumer<>(
                stack.brokerClients(auditor).reader("audit"), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                    .map(info -> new TopicPartition(Topics.AUDIT, info.partition()))
                    .toList();
            consumer.assign(partitions);
            start.in(consumer, partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long all = left(consumer, ends);
            for (long left = all; left > 0; left = left(consumer, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
                progress.at(all - left, all);
            }
        } catch (RegistryUnavailableException e) {
            throw new StackException(
                    "the registry does not say what the audit's records look like; ./heliograph status shows what runs",
                    e);
        } catch (KafkaException e) {
            throw new StackException(
                    "the broker does not let the audit be read (%s); ./heliograph status shows what runs".formatted(e),
                    e);
        }
    }

    private static long left(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }
}
