package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SuperUser;

/** What a party finds in its inboxes, and loses when somebody empties them. */
final class LostInboxes implements AutoCloseable {

    private final Stack stack;
    private final PartySystem party;
    private final Admin broker;

    LostInboxes(Stack stack, PartySystem party) {
        this.stack = stack;
        this.party = party;
        this.broker = Admin.create(SuperUser.login(stack));
    }

    /** All copies that the party can read, by key: topic, partition, headers and content. None may lie there twice. */
    Map<String, String> copies() {
        Map<String, String> copies = new TreeMap<>();
        party.readAll(party.inboxes()).stream()
                .filter(copy -> copy.value() != null)
                .forEach(copy -> assertThat(copies.put(copy.key(), told(copy)))
                        .as("only one copy of %s", copy.key())
                        .isNull());
        return copies;
    }

    private static String told(ConsumerRecord<String, byte[]> copy) {
        String headers = StreamSupport.stream(copy.headers().spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
        return "%s-%d %s %s".formatted(copy.topic(), copy.partition(), headers, ChainHash.sha256(copy.value()));
    }

    /** As retention would, or somebody with the keys of the cluster. */
    void empty(String... parties) throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions = partitions(List.of(parties));
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        broker.listOffsets(latest).all().get().forEach((partition, end) -> {
            if (end.offset() > 0) {
                all.put(partition, RecordsToDelete.beforeOffset(end.offset()));
            }
        });
        broker.deleteRecords(all).all().get();
    }

    private List<TopicPartition> partitions(Collection<String> parties)
            throws ExecutionException, InterruptedException {
        return broker.listTopics().names().get().stream()
                .filter(topic -> parties.stream().anyMatch(party -> topic.startsWith("inbox." + party + ".")))
                .filter(topic -> !topic.endsWith(".receipts"))
                .flatMap(this::partitions)
                .toList();
    }

    private Stream<TopicPartition> partitions(String topic) {
        return IntStream.range(0, stack.roster().partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition));
    }

    /** Takes the record at this place, {@code topic-partition@offset}, out of its topic, and all before it. */
    void deleteUpTo(String place) throws ExecutionException, InterruptedException {
        int at = place.lastIndexOf('@');
        int dash = place.lastIndexOf('-', at);
        TopicPartition partition =
                new TopicPartition(place.substring(0, dash), Integer.parseInt(place.substring(dash + 1, at)));
        long offset = Long.parseLong(place.substring(at + 1));
        broker.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset + 1)))
                .all()
                .get();
    }

    /** How many records with content anybody could find in a topic, by whoever may read everything. */
    long recordsOf(String topic) {
        Map<String, Object> login = SuperUser.login(stack);
        login.put("isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(login, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = partitions(topic).toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            long number = 0;
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < Objects.requireNonNull(end.getValue()))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    number += record.value() == null ? 0 : 1;
                }
            }
            return number;
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
