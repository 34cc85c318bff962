package org.heliograph.standalone.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.standalone.StackException;

/** Writes to the topics of a sandbox in transactions, as the gate does to those of the platform. One thread. */
final class PlayedGate implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    PlayedGate(BrokerClients clients) {
        this.producer = new KafkaProducer<>(
                clients.transactionalProducer("sandbox"), new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Writes all of them in one transaction, and returns where they lie, in the same order.
     *
     * @throws StackException if the broker does not take them
     */
    List<Played> write(List<Author.Draft> drafts) {
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent =
                    drafts.stream().map(draft -> producer.send(draft.message())).toList();
            producer.commitTransaction();
            List<Played> played = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                played.add(played(drafts.get(i), sent.get(i).get()));
            }
            return played;
        } catch (KafkaException | ExecutionException e) {
            throw new StackException("the broker of the sandbox takes no records: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while writing to the sandbox", e);
        }
    }

    private static Played played(Author.Draft draft, RecordMetadata sent) {
        return new Played(
                draft.kind(),
                draft.name(),
                draft.contextId(),
                new TopicPartition(sent.topic(), sent.partition()),
                sent.offset());
    }

    @Override
    public void close() {
        producer.close();
    }
}
