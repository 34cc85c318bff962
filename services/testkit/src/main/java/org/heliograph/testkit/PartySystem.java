package org.heliograph.testkit;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.RegistryClients;
import org.heliograph.exchange.registry.RegistryProperties;
import org.heliograph.exchange.registry.RegistrySchemas;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.standalone.Stack;
import org.jspecify.annotations.Nullable;

/**
 * A system that holds the valid credentials of one principal, and does with them what it likes. Keeps its connections
 * until it is closed; one thread at a time.
 */
public final class PartySystem implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    /** How long the broker of a busy machine may take to answer; services do not wait so long. */
    private static final int BUSY_MILLIS = 60_000;

    private final Stack stack;
    private final BrokerClients clients;
    private final AccessTokens registryTokens;
    private final SchemaRegistryClient registry;
    private final SchemaLookup schemas;
    private @Nullable Admin admin;
    private @Nullable KafkaProducer<byte[], byte[]> producer;
    private @Nullable KafkaConsumer<String, byte[]> reader;

    public PartySystem(Stack stack, String principal) {
        this.stack = stack;
        this.clients = stack.brokerClients(principal);
        this.registryTokens = new AccessTokens(
                new OAuthProperties(stack.tokenUri(), principal, stack.secrets().client(principal)), "registry");
        this.registry = RegistryClients.create(new RegistryProperties(stack.registryUrl()), registryTokens);
        this.schemas = new RegistrySchemas(registry);
    }

    public String principal() {
        return clients.principal();
    }

    public BrokerClients clients() {
        return clients;
    }

    public SchemaRegistryClient registry() {
        return registry;
    }

    public SchemaLookup schemas() {
        return schemas;
    }

    /** Signs as the party whose id is the principal's. */
    public EventSigner signer() {
        return EventSigner.ofFile(stack.secrets().signingKeyFile(principal()));
    }

    public Admin admin() {
        Map<String, Object> config = clients.admin();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, BUSY_MILLIS / 2);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BUSY_MILLIS);
        return Admin.create(config);
    }

    public KafkaConsumer<String, byte[]> consumer(Map<String, Object> overrides) {
        Map<String, Object> config = clients.consumer("test");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BUSY_MILLIS);
        config.putAll(overrides);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public KafkaProducer<byte[], byte[]> producer(Map<String, Object> overrides) {
        Map<String, Object> config = clients.producer("test");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BUSY_MILLIS);
        config.putAll(overrides);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes one record and waits for the broker's answer; throws what the broker answered. */
    public RecordMetadata send(String topic, int partition, byte @Nullable [] value) {
        producer = producer == null ? producer(Map.of()) : producer;
        try {
            return producer.send(new ProducerRecord<>(topic, partition, null, value))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        } catch (KafkaException e) {
            // A producer that may write nothing at all can know so before it sends.
            throw e.getCause() instanceof AuthorizationException refused ? refused : e;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The topics with copies for the principal's party, without receipts: what the broker lets it see. */
    public List<String> inboxes() {
        admin = admin == null ? admin() : admin;
        try {
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith("inbox.") && !topic.endsWith(".receipts"))
                    .sorted()
                    .toList();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** All committed records of the topics, from the beginning to where they end now. */
    public List<ConsumerRecord<String, byte[]>> readAll(Collection<String> topics) {
        KafkaConsumer<String, byte[]> consumer = reader == null ? consumer(Map.of()) : reader;
        reader = consumer;
        List<TopicPartition> partitions = new ArrayList<>();
        topics.forEach(topic -> consumer.partitionsFor(topic)
                .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    /** As {@link #readAll}, decoded; the topic may hold only records of that type. */
    public <T extends SpecificRecord> List<T> readAll(String topic, Class<T> type) {
        return readAll(List.of(topic)).stream()
                .map(message -> decode(message.value(), type))
                .toList();
    }

    /** How many records of the topic belong to the case, by the header that the gate sets. */
    public long count(String topic, UUID caseId) {
        return readAll(List.of(topic)).stream()
                .map(message -> message.headers().lastHeader("ce_subject").value())
                .map(subject -> new String(subject, StandardCharsets.UTF_8))
                .filter(subject -> subject.endsWith(caseId.toString()))
                .count();
    }

    public <T extends SpecificRecord> T decode(byte[] value, Class<T> type) {
        WireValue wire = WireValue.split(value);
        Schema writer = schemas.byId(wire.schemaId()).orElseThrow();
        return AvroBinary.decode(type, writer, wire.binary());
    }

    @Override
    public void close() {
        Utils.closeQuietly(reader, "reader");
        Utils.closeQuietly(producer, "producer");
        Utils.closeQuietly(admin, "admin");
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            registryTokens.close();
        }
    }
}
