package org.heliograph.exchange.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.exchange.outbox.RelayStatus.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up if the broker lets this principal see its own outbox, each partition of it has a leader, and no relay of this
 * instance is in trouble.
 */
final class BrokerHealth extends AbstractHealthIndicator implements AutoCloseable {

    private static final Duration WITHIN = Duration.ofSeconds(3);

    private final BrokerClients clients;
    private final String topic;
    private final int partitions;
    private final RelayStatus status;
    private @Nullable Admin admin;

    BrokerHealth(BrokerClients clients, String topic, int partitions, RelayStatus status) {
        super("The broker did not show topic " + topic);
        this.clients = clients;
        this.topic = topic;
        this.partitions = partitions;
        this.status = status;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        Collection<TopicDescription> outbox = admin().describeTopics(List.of(topic))
                .allTopicNames()
                .get(WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .values();
        long led = outbox.stream()
                .flatMap(description -> description.partitions().stream())
                .filter(partition ->
                        partition.leader() != null && !partition.leader().isEmpty())
                .count();
        Map<Integer, Trouble> troubles = status.troubles();
        builder.status(led == partitions && troubles.isEmpty() ? "UP" : "DOWN")
                .withDetail("topic", topic)
                .withDetail("partitions", led);
        troubles.forEach((bucket, trouble) -> builder.withDetail("relay-" + bucket, trouble));
    }

    // Not in the constructor: making a client logs in, and an identity provider that is away is no reason not to start.
    private synchronized Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = Admin.create(clients.admin());
            admin = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }
}
