package org.heliograph.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.Receipt;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;

/**
 * What a party can see at the broker of what came since it began to look: topics, records, ends of partitions and so
 * its lag, and who writes to them. Offsets and ends are counted from the beginning.
 */
final class BrokerVantage implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final PartySystem party;
    private final String receipts;
    private final Map<TopicPartition, Long> begin;
    private final Map<TopicPartition, Integer> epochs;

    BrokerVantage(Stack stack, String id) {
        this.party = new PartySystem(stack, id);
        this.receipts = "inbox." + id + ".receipts";
        this.begin = ends("read_uncommitted");
        this.epochs = epochs();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("topics " + topics());
        records().forEach(record -> lines.add(line(record)));
        for (String isolation : List.of("read_committed", "read_uncommitted")) {
            ends(isolation).forEach((partition, end) -> {
                long grown = end - began(partition);
                if (grown > 0) {
                    lines.add("%s ends +%d, %s".formatted(place(partition), grown, isolation));
                }
            });
        }
        // That of its receipts is left out: the case of its own event is in another partition each time.
        epochs().forEach((partition, epoch) -> {
            if (!partition.topic().equals(receipts)) {
                lines.add("%s epoch of its writer +%d"
                        .formatted(place(partition), epoch - epochs.getOrDefault(partition, epoch)));
            }
        });
        return lines;
    }

    private String line(ConsumerRecord<String, byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        String headers = Arrays.stream(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        return "%s +%d key %s headers %s value %s"
                .formatted(place(partition), record.offset() - began(partition), key(record), headers, value(record));
    }

    private long began(TopicPartition partition) {
        return begin.getOrDefault(partition, 0L);
    }

    /** The party's own case, in its receipts, is in whatever partition it is. */
    private String place(TopicPartition partition) {
        return partition.topic().equals(receipts) ? receipts : partition.toString();
    }

    private String key(ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(receipts) ? "" : record.key();
    }

    /** A character for each byte; only a receipt, which holds times and numbers, is read. */
    private String value(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return "none";
        }
        return record.topic().equals(receipts)
                ? party.decode(record.value(), Receipt.class).toString()
                : new String(record.value(), StandardCharsets.ISO_8859_1);
    }

    private List<String> topics() {
        try (Admin admin = party.admin()) {
            return admin.listTopics().names().get().stream().sorted().toList();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records() {
        try (KafkaConsumer<String, byte[]> consumer = consumer("read_committed")) {
            consumer.assign(begin.keySet());
            begin.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(records::add);
            }
            records.sort(Comparator.<ConsumerRecord<String, byte[]>, String>comparing(ConsumerRecord::topic)
                    .thenComparing(ConsumerRecord::partition)
                    .thenComparing(ConsumerRecord::offset));
            return records;
        }
    }

    private Map<TopicPartition, Long> ends(String isolation) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(isolation)) {
            Map<TopicPartition, Long> ends = ordered();
            ends.putAll(consumer.endOffsets(partitions(consumer)));
            return ends;
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer) {
        return topics().stream()
                .filter(topic -> topic.startsWith("inbox."))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** A reader may ask who writes to what it reads; the batches tell the same. */
    private Map<TopicPartition, Integer> epochs() {
        try (Admin admin = party.admin()) {
            Map<TopicPartition, Integer> epochs = ordered();
            admin.describeProducers(begin.keySet())
                    .all()
                    .get()
                    .forEach((partition, state) -> state.activeProducers().stream()
                            .max(Comparator.comparing(ProducerState::lastTimestamp))
                            .ifPresent(last -> epochs.put(partition, last.producerEpoch())));
            return epochs;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private KafkaConsumer<String, byte[]> consumer(String isolation) {
        return party.consumer(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation));
    }

    private static <T> Map<TopicPartition, T> ordered() {
        return new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
    }

    @Override
    public void close() {
        party.close();
    }
}
