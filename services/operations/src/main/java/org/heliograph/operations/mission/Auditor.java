package org.heliograph.operations.mission;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.heliograph.exchange.broker.BrokerClients;

/** Opens consumers that may read the audit: logged in as its auditor, whose secret is used for nothing else. */
public final class Auditor {

    private final BrokerClients clients;

    Auditor(BrokerClients clients) {
        this.clients = clients;
    }

    /**
     * A consumer of its own, outside any group; the caller closes it.
     *
     * @param name what it reads for, in the broker's view of clients
     */
    public KafkaConsumer<String, byte[]> consumer(String name) {
        Map<String, Object> config = clients.reader(name);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
