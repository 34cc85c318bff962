package org.heliograph.operations.redelivery;

import java.time.Instant;
import org.heliograph.events.AuditDecision;

/** The audit from a time on to where it ends now. */
@FunctionalInterface
interface PastAudit {

    /**
     * Hands over each decision with its partition, each partition in its order.
     *
     * @param begin perhaps some before it too
     * @throws RedeliveryRefusedException if a record of it cannot be read
     * @throws org.apache.kafka.common.KafkaException if it cannot be read to its end
     */
    void since(Instant begin, Reader reader);

    /** Takes one decision after the other. */
    @FunctionalInterface
    interface Reader {

        void take(int partition, AuditDecision decision);
    }
}
