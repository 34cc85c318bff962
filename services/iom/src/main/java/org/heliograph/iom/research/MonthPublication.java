package org.heliograph.iom.research;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.Distribution;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells readers of a month what they were not told yet. All figures of a month go together, in one transaction with the
 * events and the count, so that a service that dies goes on with the next month, or begins this one anew.
 */
@Component
class MonthPublication {

    private final JdbcRecords records;
    private final JdbcTold told;
    private final JdbcIngests ingests;
    private final ObservationEvents observations;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    MonthPublication(
            JdbcRecords records,
            JdbcTold told,
            JdbcIngests ingests,
            ObservationEvents observations,
            Outbox outbox,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.told = told;
        this.ingests = ingests;
        this.observations = observations;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    void publish(UUID ingest, YearMonth month, boolean complete) {
        transaction.executeWithoutResult(_ -> {
            Map<String, Told> before = told.of(month);
            Map<String, Told> now = now(month, complete, before);
            long published = 0;
            for (Told figure : now.values()) {
                published += tell(figure, before.get(figure.key())) ? 1 : 0;
            }
            long suppressed = now.values().stream()
                    .filter(figure -> figure.cell().suppressed())
                    .count();
            records.settle(month);
            ingests.countMonth(ingest, published, now.size() - published, suppressed);
        });
    }

    private Map<String, Told> now(YearMonth month, boolean complete, Map<String, Told> before) {
        Tlp tlp = observations.marking(month);
        Map<String, Told> now = new LinkedHashMap<>();
        for (Tally tally : records.tallies(month)) {
            Disclosure.release(tally).forEach((indicator, cell) -> {
                Told figure =
                        new Told(tally.group(), indicator, month, cell, Notices.method(indicator, complete), tlp, 1);
                now.put(figure.key(), figure);
            });
        }
        // A group that has no records any more looks like one with few.
        before.forEach((key, figure) -> now.computeIfAbsent(
                key,
                _ -> new Told(
                        figure.group(),
                        figure.indicator(),
                        month,
                        Cell.SUPPRESSED,
                        Notices.method(figure.indicator(), complete),
                        tlp,
                        1)));
        return now;
    }

    private boolean tell(Told figure, @Nullable Told before) {
        Told next = before == null ? figure : figure.after(before);
        if (before != null && next.says(before)) {
            return false;
        }
        ResearchObservation event = observations.event(next, before);
        told.put(next, event.getEnvelope().getEventId());
        outbox.add(event, new Distribution(List.of(), List.of()));
        return true;
    }
}
