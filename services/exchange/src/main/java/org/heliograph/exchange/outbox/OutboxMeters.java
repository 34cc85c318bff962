package org.heliograph.exchange.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this party has said and not sent yet. Asked of the database at each look; unknown while that is away. */
final class OutboxMeters implements MeterBinder {

    private final JdbcClient jdbc;

    OutboxMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("heliograph.outbox.unsent", () -> number("select count(*) from outbox where sent_at is null"))
                .description("Events that were accepted and are not in the outbox topic yet")
                .register(registry);
        Gauge.builder(
                        "heliograph.outbox.held",
                        () -> number("select count(*) from outbox where sent_at is null and held_at is not null"))
                .description("Of those, the ones that cannot be sent and hold back their case")
                .register(registry);
        TimeGauge.builder(
                        "heliograph.outbox.oldest",
                        () -> number("select coalesce(extract(epoch from now() - min(added_at)), 0) from outbox"
                                + " where sent_at is null"),
                        TimeUnit.SECONDS)
                .description("How long the oldest of them has waited; 0 if there is none")
                .register(registry);
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Double.class).single();
    }
}
