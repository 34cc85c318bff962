package org.heliograph.exchange.tracing;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the steps of messages are told as spans of the party whose process this is. Safe for use by several threads; no
 * call waits for whoever collects the spans, and none fails because of it.
 */
public interface StepSpans {

    /** Where nobody collects spans: nothing is told. */
    StepSpans NONE = new StepSpans() {
        @Override
        public boolean areCollected() {
            return false;
        }

        @Override
        public void follow(@Nullable String traceparent, Step step, Instant begin) {}

        @Override
        public void alone(Step step, Instant begin) {}

        @Override
        public void around(Step step, Supplier<String> work) {
            var _ = work.get();
        }
    };

    /** Whether it makes sense to find out what would be told. */
    boolean areCollected();

    /**
     * Tells a step that ends now, as part of the trace of whoever caused it.
     *
     * @param traceparent as W3C writes it; nothing is told if it is null, malformed, or not sampled
     */
    void follow(@Nullable String traceparent, Step step, Instant begin);

    /** Tells a step that ends now, as a trace of its own. */
    void alone(Step step, Instant begin);

    /**
     * Does the work of a step, on this thread, as a trace of its own: what the work adds to the outbox belongs to it.
     *
     * @param work returns the step's outcome, a word of our own. What it throws goes on to the caller, and is told as
     *     the outcome {@code retried} and the class of the exception
     */
    void around(Step step, Supplier<String> work);
}
