package org.heliograph.exchange.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** How a process is told where its spans go. */
class EndpointTest {

    private static final String ENDPOINT = "http://127.0.0.1:4318/v1/traces";
    private static final String SETTING = "management.opentelemetry.tracing.export.otlp.endpoint=";

    private final ApplicationContextRunner process =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(Application.PARTS));

    /** Nothing but traces; says where they go, and ends. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TracingAutoConfiguration.class,
        OpenTelemetrySdkAutoConfiguration.class,
        OpenTelemetryTracingAutoConfiguration.class,
        OtlpTracingAutoConfiguration.class,
        MicrometerTracingAutoConfiguration.class
    })
    static class Application {

        private static final Class<?>[] PARTS = Objects.requireNonNull(
                        Application.class.getAnnotation(ImportAutoConfiguration.class))
                .value();

        private Application() {}

        static void main(String[] arguments) {
            try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, arguments)) {
                IO.println(context.getBean(SpanExporter.class));
            }
        }
    }

    @Test
    void isASettingOfTheProcess() {
        process.withPropertyValues(SETTING + ENDPOINT).run(context -> {
            assertThat(context.getBean(SpanExporter.class).toString()).contains(ENDPOINT);
            assertThat(context.getBean(StepSpans.class).areCollected()).isTrue();
        });
    }

    @Test
    void isNowhereUnlessItIsSet() {
        process.run(context -> assertThat(context).doesNotHaveBean(SpanExporter.class));
    }

    @Test
    void stopsTheStartIfItIsNoUrl() {
        process.withPropertyValues(SETTING + "where spans go")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("where spans go"));
    }

    @Test
    void isReadFromTheVariableOfOpenTelemetryToo() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", ENDPOINT);

        String said = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).contains("endpoint=" + ENDPOINT);
    }
}
