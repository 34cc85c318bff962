package org.heliograph.gate;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.heliograph.exchange.broker.BrokerClients;

/** The gate's Kafka clients. Each belongs to the thread that asked for it. */
final class GateClients {

    private final BrokerClients broker;
    private final GateProperties properties;

    GateClients(BrokerClients broker, GateProperties properties) {
        this.broker = broker;
        this.properties = properties;
    }

    /** Reads outboxes, as a member of the group {@code gate.release}. */
    Consumer<byte[], byte[]> outboxConsumer() {
        Map<String, Object> config = broker.consumer("release");
        // A restarted instance gets its partitions back without waiting until its earlier self is given up.
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, broker.prefixed(properties.instance()));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 15_000);
        // Gives partitions of the same number to the same instance: what is to be delivered again is judged where its
        // outbox is.
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Math.min(Turns.SLICE, properties.batchRecords()));
        config.put(
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                Math.toIntExact(properties.batchBytes().toBytes()));
        return consumer(config);
    }

    /** For one consumer of outboxes. */
    Turns turns() {
        return new Turns(properties.batchRecords());
    }

    /** Reads again what lies in outboxes, outside any group. */
    Consumer<byte[], byte[]> pastConsumer() {
        Map<String, Object> config = broker.reader("past");
        // It is read from many places, and what was fetched beyond them is dropped.
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 262_144);
        // At the end of an outbox it asks for what nobody has written yet, and until that is answered for nothing else.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        // All others wait meanwhile.
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        return consumer(config);
    }

    /** Reads the policy, outside any group. */
    Consumer<byte[], byte[]> policyConsumer() {
        return consumer(broker.reader("policy"));
    }

    /** Ready to begin transactions; whatever an earlier producer of this instance left open is ended. */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> config = broker.transactionalProducer(properties.instance());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        // A topic that is missing holds up everybody for this long, each time it is tried.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Tells operations by which policy this instance judges. */
    Producer<byte[], byte[]> adoptionProducer() {
        return new KafkaProducer<>(broker.producer("adoption"), new ByteArraySerializer(), new ByteArraySerializer());
    }

    String instance() {
        return properties.instance();
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
