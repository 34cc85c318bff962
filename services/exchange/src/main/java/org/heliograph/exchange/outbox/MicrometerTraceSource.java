package org.heliograph.exchange.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The current span of Micrometer's tracer, whatever is behind it. */
record MicrometerTraceSource(Tracer tracer) implements TraceSource {

    private static final int LONG_TRACE_ID = 32;

    @Override
    public @Nullable String traceparent() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        String traceId =
                "0".repeat(Math.max(0, LONG_TRACE_ID - context.traceId().length())) + context.traceId();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + traceId + "-" + context.spanId() + "-" + flags;
    }
}
