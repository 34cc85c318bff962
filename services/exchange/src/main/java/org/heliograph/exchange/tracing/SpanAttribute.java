package org.heliograph.exchange.tracing;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that a span may say of itself when it leaves the process; whatever else was noted in it is removed. Names are
 * those of OpenTelemetry's conventions for messaging, and those that Spring gives to a call over HTTP. None has a value
 * that somebody wrote: there are names of topics and routes, numbers, and words of our own.
 */
public enum SpanAttribute {
    SYSTEM("messaging.system"),
    OPERATION("messaging.operation.name"),
    OPERATION_TYPE("messaging.operation.type"),
    TOPIC("messaging.destination.name"),
    PARTITION("messaging.destination.partition.id"),
    OFFSET("messaging.kafka.offset"),
    MESSAGES("messaging.batch.message_count"),
    OUTCOME("heliograph.outcome"),
    RELEASED("heliograph.released"),
    REFUSED("heliograph.refused"),
    REPEATED("heliograph.repeated"),
    /** The class of an exception, without its text. */
    ERROR("error.type"),
    HTTP_METHOD("method"),
    /** The pattern of the route, such as {@code /api/v1/requests/{id}}, not what was asked for. */
    HTTP_ROUTE("uri"),
    HTTP_STATUS("status"),
    HTTP_OUTCOME("outcome"),
    HTTP_EXCEPTION("exception");

    private static final Set<String> KEYS =
            Arrays.stream(values()).map(SpanAttribute::key).collect(Collectors.toUnmodifiableSet());

    private final String key;

    SpanAttribute(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static boolean has(String key) {
        return KEYS.contains(key);
    }
}
