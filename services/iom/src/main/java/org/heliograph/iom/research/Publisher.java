package org.heliograph.iom.research;

import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.heliograph.exchange.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Publishes what follows from files that were taken, month by month, on one thread of its own; goes on after a stop. It
 * waits while much of what it published is still in the service's outbox, so that an urgent alert never stands behind a
 * whole file (see ADR 0017).
 */
@Component
class Publisher implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration ROOM = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcIngests ingests;
    private final JdbcRecords records;
    private final MonthPublication months;
    private final AlertRound alerts;
    private final Outbox outbox;
    private final int mostWaiting;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("research").daemon().factory());

    Publisher(
            JdbcIngests ingests,
            JdbcRecords records,
            MonthPublication months,
            AlertRound alerts,
            Outbox outbox,
            ResearchProperties properties) {
        this.ingests = ingests;
        this.records = records;
        this.months = months;
        this.alerts = alerts;
        this.outbox = outbox;
        this.mostWaiting = properties.mostWaiting();
    }

    /** What was being read when the service ended is lost to the sender, who was never told otherwise. */
    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        ingests.running(Ingest.State.READING)
                .forEach(id -> ingests.fail(id, "The service ended while it read; nothing of the file was taken"));
        ingests.running(Ingest.State.PUBLISHING).forEach(this::submit);
    }

    void submit(UUID ingest) {
        try {
            thread.execute(() -> publish(ingest));
        } catch (RejectedExecutionException e) {
            log.atInfo().addKeyValue("ingest", ingest).log("goes on after the next start");
        }
    }

    private void publish(UUID id) {
        try {
            Ingest ingest = ingests.find(id).orElseThrow();
            Coverage coverage = records.coverage();
            for (YearMonth month : records.due()) {
                if (thread.isShutdown()) {
                    return;
                }
                if (outbox.waiting(ObservationEvents.EVENT_TYPE) >= mostWaiting) {
                    again(id, ROOM);
                    return;
                }
                months.publish(id, month, coverage.isComplete(month));
            }
            ingests.done(id, alerts.look(ingest.replay()));
            log.atInfo().addKeyValue("ingest", id).log("ingest done");
        } catch (DataAccessException | TransactionException e) {
            log.atWarn()
                    .addKeyValue("ingest", id)
                    .addKeyValue("exception", e.getClass().getName())
                    .log("ingest waits");
            again(id, PAUSE);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("ingest", id)
                    .addKeyValue("exception", e.getClass().getName())
                    .log("ingest failed");
            ingests.stop(id, "Not all could be published; send the file again to go on");
        }
    }

    private void again(UUID id, Duration after) {
        CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS, thread)
                .execute(() -> publish(id));
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            log.atWarn().log("a month is still being published");
        }
    }
}
