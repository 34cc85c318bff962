package org.heliograph.operations.redelivery;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.Topics;

/** Tells the gate what is to be judged again: all of a command in one transaction, or nothing. One thread. */
final class RedeliveryTopic {

    private final BrokerClients clients;

    RedeliveryTopic(BrokerClients clients) {
        this.clients = clients;
    }

    /**
     * Writes each into the partition that its dispatch has, in this order.
     *
     * @throws RedeliveryRefusedException if the gate would not understand it by the policy in force
     */
    void write(Policy policy, List<Redelivery> redeliveries) {
        int schema = schema(policy);
        try (var producer = new KafkaProducer<>(
                clients.transactionalProducer("redelivery"), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = redeliveries.stream()
                    .map(redelivery -> producer.send(new ProducerRecord<>(
                            Topics.REDELIVERIES,
                            redelivery.getPartition(),
                            null,
                            WireValue.join(schema, AvroBinary.encode(redelivery)))))
                    .toList();
            for (Future<RecordMetadata> one : sent) {
                var _ = one.get();
            }
            producer.commitTransaction();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static int schema(Policy policy) {
        String name = EventSchemas.of(Redelivery.class).getFullName();
        String fingerprint = EventSchemas.fingerprintOf(Redelivery.class);
        return policy.schemas().values().stream()
                .filter(schema ->
                        schema.name().equals(name) && schema.fingerprint().equals(fingerprint))
                .map(RegisteredSchema::id)
                .findFirst()
                .orElseThrow(() -> new RedeliveryRefusedException(
                        "the policy in force does not know the schema %s of this release: apply it once"
                                .formatted(name)));
    }
}
