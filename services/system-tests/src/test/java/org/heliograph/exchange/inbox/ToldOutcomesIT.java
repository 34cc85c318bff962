package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.tracing.Step;
import org.heliograph.exchange.tracing.StepSpans;
import org.heliograph.exchange.wire.Partitions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What spans say became of a record. */
@ExtendWith(GroundsExtension.class)
class ToldOutcomesIT {

    private final Grounds grounds;

    ToldOutcomesIT(Grounds grounds) {
        this.grounds = grounds;
    }

    /** Takes the place of the tracer. */
    record Outcomes(Queue<String> words) implements StepSpans {

        @Override
        public boolean areCollected() {
            return true;
        }

        @Override
        public void follow(@Nullable String traceparent, Step step, Instant begin) {}

        @Override
        public void alone(Step step, Instant begin) {}

        @Override
        public void around(Step step, Supplier<String> work) {
            words.add(work.get());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Telling {

        @Bean
        Outcomes outcomes() {
            return new Outcomes(new ConcurrentLinkedQueue<>());
        }
    }

    @Test
    void aRecordIsHandledOrADeadLetterOrParkedBehindOneOrRecalled() {
        try (PoisonedService its = new PoisonedService(grounds, Telling.class)) {
            String contextId = Cases.newCase();
            AlertRoute poison = GateCopies.alert(contextId, PoisonedService.POISON);
            its.sendAll(List.of(GateCopies.alert(contextId, "before"), poison, GateCopies.alert(contextId, "behind")));
            its.gate.send(
                    Grounds.ALERTS,
                    Partitions.of(contextId, Grounds.PARTITIONS),
                    GateCopies.key(poison.getEnvelope()),
                    null);

            Queue<String> told = its.service.bean(Outcomes.class).words();
            // Other tests may have left something unread.
            await().atMost(PoisonedService.SOON)
                    .untilAsserted(
                            () -> assertThat(told).containsSubsequence("handled", "dead-letter", "parked", "recalled"));
        }
    }
}
