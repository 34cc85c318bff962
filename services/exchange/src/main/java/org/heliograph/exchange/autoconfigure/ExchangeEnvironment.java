package org.heliograph.exchange.autoconfigure;

import java.util.Map;
import org.heliograph.exchange.wire.AvroLimits;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs when an application's settings are known and before its first bean: bounds Avro, and makes readiness honest
 * about what the service stands on. What the application sets itself wins.
 */
final class ExchangeEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String READINESS = "management.endpoint.health.group.readiness.include";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        AvroLimits.enforce();
        if (environment.containsProperty("heliograph.party")
                && environment.containsProperty("heliograph.broker.bootstrap-servers")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "heliographExchange", Map.of(READINESS, "readinessState,db,broker,registry,inbox")));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
