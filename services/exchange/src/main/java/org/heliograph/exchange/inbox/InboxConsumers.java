package org.heliograph.exchange.inbox;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Makes the container's consumers. */
final class InboxConsumers extends DefaultKafkaConsumerFactory<String, byte[]> {

    private final InboxStatus status;

    InboxConsumers(Map<String, Object> config, InboxStatus status) {
        super(config);
        this.status = status;
    }

    @Override
    protected Consumer<String, byte[]> createRawConsumer(Map<String, Object> config) {
        return new ReadableTopics(config, status);
    }
}
