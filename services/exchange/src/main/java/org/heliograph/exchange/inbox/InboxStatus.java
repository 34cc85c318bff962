package org.heliograph.exchange.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which topics the consumers of this instance cannot read. */
final class InboxStatus {

    private static final Logger log = LoggerFactory.getLogger(InboxStatus.class);

    private final Map<String, Unreadable> unreadable = new ConcurrentHashMap<>();

    /** A topic that is left out until it can be read. */
    record Unreadable(Instant since, String reason) {}

    void unreadable(String topic, String reason) {
        unreadable.merge(
                topic,
                new Unreadable(Instant.now(), reason),
                (first, now) -> new Unreadable(first.since(), now.reason()));
        log.error("inbox.topic-left-out topic={} reason=\"{}\"", topic, reason);
    }

    void readable(String topic) {
        unreadable.remove(topic);
        log.info("inbox.topic-readable topic={}", topic);
    }

    /** By topic; empty if all can be read. */
    Map<String, Unreadable> unreadable() {
        return new TreeMap<>(unreadable);
    }
}
