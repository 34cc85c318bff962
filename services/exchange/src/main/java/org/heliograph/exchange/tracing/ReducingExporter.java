package org.heliograph.exchange.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/** The last door before a span leaves the process: only reduced ones pass it, and none of probes. */
record ReducingExporter(SpanExporter exporter) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> reduced = spans.stream()
                .map(ReducedSpan::new)
                .filter(span -> !span.isProbe())
                .<SpanData>map(span -> span)
                .toList();
        return reduced.isEmpty() ? CompletableResultCode.ofSuccess() : exporter.export(reduced);
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
