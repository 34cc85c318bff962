package org.heliograph.exchange.tracing;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/**
 * Traces of an application that has OpenTelemetry on its class path. Spring makes an exporter where
 * {@code management.opentelemetry.tracing.export.otlp.endpoint} names who collects; without one nothing is told.
 */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@ConditionalOnClass({Tracer.class, SpanExporter.class, SpanExporters.class})
public final class TracingAutoConfiguration {

    /** In place of Spring's own, so that there is no other way out. */
    @Bean
    SpanExporters reducingExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().map(ReducingExporter::new).toList());
    }

    @Bean
    @ConditionalOnMissingBean
    StepSpans stepSpans(ObjectProvider<Tracer> tracer, ObjectProvider<SpanExporter> exporters) {
        Tracer present = tracer.getIfAvailable();
        return present == null || exporters.stream().findAny().isEmpty()
                ? StepSpans.NONE
                : new MicrometerStepSpans(present);
    }
}
