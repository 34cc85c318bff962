package org.heliograph.exchange.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** What of the way of a message leaves the process, with the tracer that services have. */
class StepSpansTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALL = "00f067aa0ba902b7";
    private static final String SECRET = "planted-secret";
    private static final int MOST_WAITING = 2048;
    private static final int MOST_AT_ONCE = 512;

    private final Collector collector = new Collector();
    private final ApplicationContextRunner alone = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TracingAutoConfiguration.class,
                    OpenTelemetrySdkAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class))
            .withPropertyValues("management.tracing.sampling.probability=1.0");
    private final ApplicationContextRunner collected = alone.withBean("collector", SpanExporter.class, () -> collector);

    @Test
    void tellsNothingWhereNobodyCollects() {
        alone.run(context -> assertThat(context.getBean(StepSpans.class)).isSameAs(StepSpans.NONE));
    }

    @Test
    void tellsASendAsPartOfTheTraceOfTheCallThatCausedIt() {
        Instant begin = Instant.now().minusSeconds(2);

        collected.run(context -> {
            context.getBean(StepSpans.class)
                    .follow("00-" + TRACE + "-" + CALL + "-01", Step.send("outbox.xa", 3, 41), begin);
            flush(context);
        });

        SpanData sent = only();
        assertThat(sent.getName()).isEqualTo("send outbox.xa");
        assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(sent.getTraceId()).isEqualTo(TRACE);
        assertThat(sent.getParentSpanId()).isEqualTo(CALL);
        assertThat(TimeUnit.NANOSECONDS.toMillis(sent.getStartEpochNanos())).isEqualTo(begin.toEpochMilli());
        assertThat(sent.getEndEpochNanos()).isGreaterThan(sent.getStartEpochNanos());
        assertThat(text(sent, "messaging.system")).isEqualTo("kafka");
        assertThat(text(sent, "messaging.operation.type")).isEqualTo("send");
        assertThat(text(sent, "messaging.destination.name")).isEqualTo("outbox.xa");
        assertThat(text(sent, "messaging.destination.partition.id")).isEqualTo("3");
        assertThat(sent.getAttributes().get(AttributeKey.longKey("messaging.kafka.offset")))
                .isEqualTo(41);
    }

    @Test
    void tellsNoSendWhoseCallIsUnknownOrNotSampled() {
        collected.run(context -> {
            StepSpans spans = context.getBean(StepSpans.class);
            Step step = Step.send("outbox.xa", 0, 0);
            spans.follow(null, step, Instant.now());
            spans.follow("what a database may hold", step, Instant.now());
            spans.follow("00-" + TRACE + "-" + CALL + "-00", step, Instant.now());
            spans.alone(Step.process("told", 0, 0), Instant.now());
            flush(context);
        });

        assertThat(only().getName()).isEqualTo("process told");
    }

    @Test
    void doesTheWorkOfAStepInATraceOfItsOwn() {
        List<String> current = new ArrayList<>();

        collected.run(context -> {
            Tracer tracer = context.getBean(Tracer.class);
            Span caller = tracer.nextSpan().start();
            try (var _ = tracer.withSpan(caller)) {
                context.getBean(StepSpans.class).around(Step.process("inbox.unodc.alerts", 1, 7), () -> {
                    current.add(Objects.requireNonNull(tracer.currentSpan())
                            .context()
                            .traceId());
                    return "handled";
                });
            }
            flush(context);
            assertThat(current).doesNotContain(caller.context().traceId());
        });

        SpanData processed = only();
        assertThat(processed.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(current).containsExactly(processed.getTraceId());
        assertThat(processed.getParentSpanContext().isValid()).isFalse();
        assertThat(text(processed, "heliograph.outcome")).isEqualTo("handled");
    }

    @Test
    void tellsWhatIsTriedAgainByTheClassOfTheExceptionAlone() {
        collected.run(context -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> context.getBean(StepSpans.class).around(Step.process("inbox", 1, 7), () -> {
                        throw new IllegalStateException(SECRET);
                    }));
            flush(context);
        });

        assertThat(text(only(), "heliograph.outcome")).isEqualTo("retried");
        assertThat(text(only(), "error.type")).isEqualTo("IllegalStateException");
        assertThat(collector.text()).doesNotContain(SECRET);
    }

    @Test
    void letsNothingOutThatSomebodyMayHaveWritten() {
        collected.run(context -> {
            SpanContext caller = SpanContext.createFromRemoteParent(
                    TRACE,
                    CALL,
                    TraceFlags.getSampled(),
                    TraceState.builder().put("vendor", SECRET).build());
            try (var _ = Context.root()
                    .with(io.opentelemetry.api.trace.Span.wrap(caller))
                    .makeCurrent()) {
                context.getBean(Tracer.class)
                        .spanBuilder()
                        .name("http " + SECRET)
                        .tag("method", "POST")
                        .tag("uri", "/api/v1/requests/{id}")
                        .tag("http.url", "/api/v1/requests/" + SECRET)
                        .tag("subject", SECRET)
                        .tag("status", "500")
                        .event(SECRET)
                        .start()
                        .error(new IllegalStateException(SECRET))
                        .end();
            }
            flush(context);
        });

        assertThat(only().getName()).isEqualTo("POST /api/v1/requests/{id}");
        assertThat(only().getTraceId()).isEqualTo(TRACE);
        assertThat(only().getAttributes().asMap().keySet())
                .extracting(AttributeKey::getKey)
                .containsExactlyInAnyOrder("method", "uri", "status");
        assertThat(collector.text()).doesNotContain(SECRET);
    }

    @Test
    void tellsNoProbes() {
        collected.run(context -> {
            context.getBean(Tracer.class)
                    .spanBuilder()
                    .tag("method", "GET")
                    .tag("uri", "/actuator/health/**")
                    .start()
                    .end();
            context.getBean(StepSpans.class).alone(Step.processTogether(List.of("a", "b"), 2), Instant.now());
            flush(context);
        });

        assertThat(only().getName()).isEqualTo("process");
    }

    @Test
    void keepsABoundedNumberWhileTheCollectorDoesNotAnswer() {
        int made = 10_000;
        collector.hang();

        collected
                .withPropertyValues("management.opentelemetry.tracing.export.schedule-delay=10ms")
                .run(context -> {
                    StepSpans spans = context.getBean(StepSpans.class);
                    spans.alone(Step.process("first", 0, 0), Instant.now());
                    await().until(collector::isAsked);
                    for (int offset = 0; offset < made; offset++) {
                        spans.alone(Step.process("next", 0, offset), Instant.now());
                    }
                    collector.answer();
                    flush(context);
                });

        assertThat(collector.spans()).hasSizeBetween(MOST_WAITING, MOST_WAITING + 2 * MOST_AT_ONCE);
    }

    private SpanData only() {
        assertThat(collector.spans()).hasSize(1);
        return collector.spans().getFirst();
    }

    private static String text(SpanData span, String key) {
        return Objects.requireNonNull(span.getAttributes().get(AttributeKey.stringKey(key)), key);
    }

    private static void flush(ApplicationContext context) {
        context.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
    }
}
