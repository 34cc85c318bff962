package org.heliograph.exchange.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spans of Micrometer's tracer, whatever is behind it. */
record MicrometerStepSpans(Tracer tracer) implements StepSpans {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final int SAMPLED = 1;
    private static final int HEX = 16;
    private static final String RETRIED = "retried";

    @Override
    public boolean areCollected() {
        return true;
    }

    @Override
    public void follow(@Nullable String traceparent, Step step, Instant begin) {
        TraceContext parent = traceparent == null ? null : parent(traceparent);
        if (parent != null) {
            since(begin, builder(step).setParent(parent)).end();
        }
    }

    private @Nullable TraceContext parent(String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent);
        if (!parts.matches() || (Integer.parseInt(parts.group(3), HEX) & SAMPLED) == 0) {
            return null;
        }
        return tracer.traceContextBuilder()
                .traceId(parts.group(1))
                .spanId(parts.group(2))
                .sampled(true)
                .build();
    }

    @Override
    public void alone(Step step, Instant begin) {
        since(begin, builder(step).setNoParent()).end();
    }

    @Override
    public void around(Step step, Supplier<String> work) {
        Span span = builder(step).setNoParent().start();
        try (var _ = tracer.withSpan(span)) {
            span.tag(SpanAttribute.OUTCOME.key(), work.get());
        } catch (RuntimeException | Error e) {
            span.tag(SpanAttribute.OUTCOME.key(), RETRIED);
            span.tag(SpanAttribute.ERROR.key(), e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    private static Span since(Instant begin, Span.Builder builder) {
        long nanos = TimeUnit.SECONDS.toNanos(begin.getEpochSecond()) + begin.getNano();
        return builder.startTimestamp(nanos, TimeUnit.NANOSECONDS).start();
    }

    private Span.Builder builder(Step step) {
        Span.Builder builder =
                tracer.spanBuilder().name(step.name()).kind(step.sends() ? Span.Kind.PRODUCER : Span.Kind.CONSUMER);
        step.texts().forEach((attribute, value) -> builder.tag(attribute.key(), value));
        step.numbers().forEach((attribute, value) -> builder.tag(attribute.key(), value));
        return builder;
    }
}
