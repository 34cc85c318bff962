package org.heliograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.heliograph.standalone.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Readiness says the truth about broker and registry. */
@ExtendWith(GroundsExtension.class)
class ReadinessIT {

    private static final Duration SOON = Duration.ofMinutes(3);

    private final Grounds grounds;

    ReadinessIT(Grounds grounds) {
        this.grounds = grounds;
    }

    @Test
    void turnsWithBrokerAndRegistry() {
        try (ServiceUnderTest service = ServiceUnderTest.start(grounds, List.of())) {
            HealthIndicator broker = service.bean("brokerHealthIndicator", HealthIndicator.class);
            HealthIndicator registry = service.bean("registryHealthIndicator", HealthIndicator.class);
            assertStatus(broker, Status.UP);
            assertStatus(registry, Status.UP);

            grounds.stack().stop(Component.REGISTRY);
            assertStatus(registry, Status.DOWN);
            assertStatus(broker, Status.UP);
            grounds.stack().start(Component.REGISTRY);
            assertStatus(registry, Status.UP);

            grounds.stack().stop(Component.BROKER);
            assertStatus(broker, Status.DOWN);
            grounds.stack().start(Component.BROKER);
            assertStatus(broker, Status.UP);
        }
    }

    private static void assertStatus(HealthIndicator indicator, Status expected) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(indicator.health())
                        .isNotNull()
                        .extracting(health -> health.getStatus())
                        .isEqualTo(expected));
    }
}
