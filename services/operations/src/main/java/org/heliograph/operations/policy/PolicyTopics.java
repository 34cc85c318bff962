package org.heliograph.operations.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.Topics;
import org.springframework.stereotype.Component;

/** The topics from which the gate takes its policy. Both have one partition. */
@Component
final class PolicyTopics {

    static final String HEAD = "head";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST_POLICY = 1024 * 1024;

    private final BrokerClients clients;

    PolicyTopics(BrokerClients clients) {
        this.clients = clients;
    }

    /** The policy in force; empty if there is none, or if the head names a version that is not kept. */
    Optional<AppliedPolicy> current() {
        try (var consumer =
                new KafkaConsumer<>(clients.reader("policy"), new StringDeserializer(), new StringDeserializer())) {
            var head = new Last();
            read(consumer, Topics.POLICY_HEAD, head);
            Optional<AppliedPolicy> current = head.policy();
            if (current.isEmpty()) {
                return current;
            }
            var kept = new Kept(current.get().version());
            read(consumer, Topics.POLICY_VERSIONS, kept);
            return current.filter(policy -> kept.found);
        }
    }

    /** Keeps the version, and then names it as the current one. A reader of the head always finds the version. */
    AppliedPolicy publish(Policy policy) {
        Map<String, Object> config = clients.producer("policy");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_POLICY);
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            send(producer, new ProducerRecord<>(Topics.POLICY_VERSIONS, policy.version(), PolicyJson.write(policy)));
            RecordMetadata head = send(producer, new ProducerRecord<>(Topics.POLICY_HEAD, HEAD, policy.version()));
            return new AppliedPolicy(policy.version(), Instant.ofEpochMilli(head.timestamp()));
        }
    }

    private static void read(
            KafkaConsumer<String, String> consumer, String topic, Consumer<ConsumerRecord<String, String>> reader) {
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(reader);
            if (System.nanoTime() > deadline) {
                throw new KafkaException(topic + " could not be read to its end");
            }
        }
    }

    private static RecordMetadata send(
            KafkaProducer<String, String> producer, ProducerRecord<String, String> versionOrHead) {
        try {
            return producer.send(versionOrHead).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static final class Last implements Consumer<ConsumerRecord<String, String>> {

        private Optional<AppliedPolicy> last = Optional.empty();

        @Override
        public void accept(ConsumerRecord<String, String> head) {
            if (HEAD.equals(head.key()) && head.value() != null) {
                last = Optional.of(new AppliedPolicy(head.value(), Instant.ofEpochMilli(head.timestamp())));
            }
        }

        Optional<AppliedPolicy> policy() {
            return last;
        }
    }

    private static final class Kept implements Consumer<ConsumerRecord<String, String>> {

        private final String version;
        private boolean found;

        Kept(String version) {
            this.version = version;
        }

        @Override
        public void accept(ConsumerRecord<String, String> kept) {
            if (version.equals(kept.key())) {
                found = kept.value() != null;
            }
        }
    }
}
