package org.heliograph.exchange.outbox;

import org.jspecify.annotations.Nullable;

/**
 * The W3C {@code traceparent} of the caller, noted when an event is added and sent as a header of the outbox record. It
 * ends there: the gate drops it, so that no party can follow another's traces.
 */
@FunctionalInterface
public interface TraceSource {

    /** Nothing is traced. */
    TraceSource NONE = () -> null;

    /** Called on the caller's thread; null where nothing is traced. */
    @Nullable
    String traceparent();
}
