package org.heliograph.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that could stand in the gate's place: takes records, writes copies of the gate's size, commits the offsets
 * in the same transaction, and decides nothing. Always up to 500 records a transaction, the gate's most.
 */
final class BareLoop implements AutoCloseable {

    static final String GROUP = "bench-bare-loop";
    private static final byte[] KEY = "00000000-0000-0000-0000-000000000000".getBytes(StandardCharsets.US_ASCII);
    private static final Duration POLL = Duration.ofMillis(250);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final byte[] copy;
    private final int copies;
    private final List<Header> headers;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;

    BareLoop(Map<String, Object> login, byte[] copy, int headerBytes, int copies) {
        this.copy = copy;
        this.copies = copies;
        this.headers = List.of(new RecordHeader("headers", new byte[headerBytes]));
        Map<String, Object> reading = new HashMap<>(login);
        reading.put("group.id", GROUP);
        reading.put("isolation.level", "read_committed");
        reading.put("enable.auto.commit", false);
        reading.put("auto.offset.reset", "earliest");
        reading.put("max.poll.records", 500);
        reading.put("fetch.max.bytes", 8 * 1024 * 1024);
        this.consumer = new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<String, Object> writing = new HashMap<>(login);
        writing.put("transactional.id", GROUP);
        writing.put("linger.ms", 5);
        writing.put("retry.backoff.ms", 10);
        writing.put("batch.size", 65_536);
        this.producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
        this.thread = Thread.ofPlatform().name("bare-loop").unstarted(this::run);
    }

    void start() {
        producer.initTransactions();
        consumer.subscribe(List.of(Bare.SOURCE));
        thread.start();
    }

    private void run() {
        while (!ended.get()) {
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                producer.beginTransaction();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    for (int number = 1; number <= copies; number++) {
                        var _ = producer.send(
                                new ProducerRecord<>(Bare.copy(number), record.partition(), KEY, copy, headers));
                    }
                }
                producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
                producer.commitTransaction();
            }
        }
        consumer.close();
        producer.close();
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
