package org.heliograph.exchange.receipt;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.inbox.Arrival;
import org.heliograph.exchange.inbox.Intake;
import org.heliograph.exchange.wire.EventDeserializer;

/**
 * Takes the gate's answers. They wait for nothing: what became of a dispatch does not depend on what became of another.
 */
final class ReceiptIntake implements Intake {

    private final String topic;
    private final EventDeserializer events;
    private final JdbcReceipts receipts;

    ReceiptIntake(String topic, EventDeserializer events, JdbcReceipts receipts) {
        this.topic = topic;
        this.events = events;
        this.receipts = receipts;
    }

    @Override
    public Set<String> topics() {
        return Set.of(topic);
    }

    @Override
    public Arrival read(ConsumerRecord<String, byte[]> record) {
        Receipt receipt = events.read(record.topic(), record.value(), Receipt.class);
        return new Arrival(null, null, null, null, () -> receipts.store(receipt));
    }
}
