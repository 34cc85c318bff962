package org.heliograph.exchange.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what left the process; while it hangs, it answers nothing. */
final class Collector implements SpanExporter {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableResultCode first = new CompletableResultCode();
    private volatile boolean hangs;

    void hang() {
        hangs = true;
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    void answer() {
        hangs = false;
        first.succeed();
    }

    List<SpanData> spans() {
        return spans;
    }

    /** All that could be read in what left. */
    String text() {
        return spans.stream()
                .flatMap(span -> Stream.of(
                        span.getName(),
                        span.getAttributes(),
                        span.getEvents(),
                        span.getLinks(),
                        span.getStatus(),
                        span.getSpanContext(),
                        span.getParentSpanContext(),
                        span.getResource(),
                        span.getInstrumentationScopeInfo()))
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> batch) {
        spans.addAll(batch);
        asked.countDown();
        return hangs ? first : CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
