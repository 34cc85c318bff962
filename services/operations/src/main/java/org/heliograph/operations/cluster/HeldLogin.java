package org.heliograph.operations.cluster;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.heliograph.exchange.broker.BrokerClients;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Keeps one client of the broker open, whose login every client shares that is opened later. Without it each would ask
 * identity for a token, and while identity is away no right could be taken from anybody; with it that goes on for as
 * long as the last token lives.
 */
@Component
public final class HeldLogin implements DisposableBean {

    private final Map<String, Object> config;
    private @Nullable Admin admin;

    HeldLogin(BrokerClients clients) {
        this.config = Cluster.patient(clients);
    }

    /** Logs in unless that was done; needs identity then. */
    public synchronized void hold() {
        if (admin == null) {
            admin = Admin.create(config);
        }
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(5));
        }
    }
}
