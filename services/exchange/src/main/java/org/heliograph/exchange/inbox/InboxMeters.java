package org.heliograph.exchange.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** What could not be applied. Asked of the database at each look; unknown while that is away. */
final class InboxMeters implements MeterBinder {

    private final DeadLetterOffice office;

    InboxMeters(DeadLetterOffice office) {
        this.office = office;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("heliograph.inbox.dead.letters", office, DeadLetterOffice::open)
                .description("Records that could not be applied, and those that wait behind them")
                .register(registry);
    }
}
