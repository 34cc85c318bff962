package org.heliograph.exchange.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.RetryListener;

/** Says of a record that waits for something that is away, and all of its partition with it, what it waits for. */
final class WaitingRecords implements RetryListener {

    private static final Logger log = LoggerFactory.getLogger(WaitingRecords.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        Throwable cause = failure instanceof ListenerExecutionFailedException wrapped ? wrapped.getCause() : failure;
        log.warn(
                "inbox.waits reason=\"{}\" topic={} partition={} offset={} attempt={}",
                cause == null ? "unknown" : Failure.reason(cause),
                record.topic(),
                record.partition(),
                record.offset(),
                attempt);
    }
}
