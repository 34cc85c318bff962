package org.heliograph.gate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.Redelivery;

/** What was found where something was asked to be delivered again. */
sealed interface Asked {

    /** Nobody can tell what was asked for. */
    record Unreadable() implements Asked {}

    /** The outbox does not hold it, or is no outbox any more. */
    record Gone(Redelivery redelivery) implements Asked {}

    /**
     * The dispatch, as it lies in the outbox.
     *
     * @param handled of which events the originator has said since how they are to be handled
     */
    record There(Redelivery redelivery, ConsumerRecord<byte[], byte[]> dispatch, PastDispatches.Handled handled)
            implements Asked {}
}
