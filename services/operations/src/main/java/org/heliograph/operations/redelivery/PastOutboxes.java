package org.heliograph.operations.redelivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.heliograph.exchange.broker.BrokerClients;

/** Where outboxes begin by now, which may be seen without reading them. */
final class PastOutboxes {

    private final BrokerClients clients;

    PastOutboxes(BrokerClients clients) {
        this.clients = clients;
    }

    /** Which of these offers lie before the first record that is kept. */
    Predicate<PastOffer> gone(List<PastOffer> offers) {
        Map<TopicPartition, Long> first = new HashMap<>();
        List<TopicPartition> partitions =
                offers.stream().map(PastOutboxes::place).distinct().toList();
        try (Admin admin = Admin.create(clients.admin())) {
            ListOffsetsResult asked = admin.listOffsets(
                    partitions.stream().collect(Collectors.toMap(at -> at, _ -> OffsetSpec.earliest())));
            partitions.forEach(partition -> begin(asked, partition).ifPresent(offset -> first.put(partition, offset)));
        }
        return offer -> offer.offset() < first.getOrDefault(place(offer), Long.MAX_VALUE);
    }

    /** Empty of an outbox that is no more. */
    private static Optional<Long> begin(ListOffsetsResult asked, TopicPartition partition) {
        try {
            return Optional.of(asked.partitionResult(partition).get().offset());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static TopicPartition place(PastOffer offer) {
        return new TopicPartition(offer.outbox(), offer.partition());
    }
}
