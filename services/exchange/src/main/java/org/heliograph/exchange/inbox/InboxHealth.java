package org.heliograph.exchange.inbox;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down if a topic that the service should read cannot be read; says which, and why. The others are read meanwhile. */
final class InboxHealth extends AbstractHealthIndicator {

    private final InboxStatus status;

    InboxHealth(InboxStatus status) {
        this.status = status;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var unreadable = status.unreadable();
        builder.status(unreadable.isEmpty() ? "UP" : "DOWN");
        unreadable.forEach(builder::withDetail);
    }
}
