package org.heliograph.standalone.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

/** The audit, as its auditor reads it: nobody else may, operations neither. */
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
        try (var consumer = new KafkaConsumer<>(
                stack.brokerClients(auditor).reader("audit"), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                    .map(info -> new TopicPartition(Topics.AUDIT, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(reader);
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
}
