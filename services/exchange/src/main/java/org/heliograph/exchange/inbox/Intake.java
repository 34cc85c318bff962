package org.heliograph.exchange.inbox;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes the records of some inbox topics. First each is read, outside of any transaction; then what was read is applied
 * in one. Called on consumer threads, in the order of each partition, at least once for each record.
 */
public interface Intake {

    /** Its topics; no other intake has one of them. */
    Set<String> topics();

    /**
     * Makes sense of a record whose value is there.
     *
     * @throws org.heliograph.exchange.wire.WireException if the value makes none (the record becomes a dead letter), or
     *     if the registry cannot tell now (it is tried again)
     */
    Arrival read(ConsumerRecord<String, byte[]> record);
}
