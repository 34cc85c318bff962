package org.heliograph.exchange;

import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.wire.Partitions;

/** Cases by partition, and where an alert belongs. */
public final class Cases {

    private Cases() {}

    public static String newCase() {
        return "exercise:" + UUID.randomUUID();
    }

    public static String newCase(int partition) {
        String contextId = newCase();
        while (Partitions.of(contextId, Grounds.PARTITIONS) != partition) {
            contextId = newCase();
        }
        return contextId;
    }

    public static String context(AlertRoute alert) {
        return alert.getEnvelope().getContextId();
    }

    public static UUID id(AlertRoute alert) {
        return alert.getEnvelope().getEventId();
    }
}
