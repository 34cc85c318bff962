package org.heliograph.exchange.inbox;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.exchange.tracing.Step;
import org.heliograph.exchange.tracing.StepSpans;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.exchange.wire.WireException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes each record to its intake. When it returns, the record is applied, or seen before, or a dead letter; when it
 * throws, something that it stands on is away, and the same record comes again.
 */
final class InboxListener implements MessageListener<String, byte[]> {

    private static final Logger log = LoggerFactory.getLogger(InboxListener.class);
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Intakes intakes;
    private final TransactionTemplate transaction;
    private final DeadLetters deadLetters;
    private final StepSpans spans;

    InboxListener(Intakes intakes, TransactionTemplate transaction, DeadLetters deadLetters, StepSpans spans) {
        this.intakes = intakes;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.spans = spans;
    }

    Set<String> topics() {
        return intakes.topics();
    }

    /** What became of a record, as its span tells it. */
    private enum Outcome {
        HANDLED("handled"),
        RECALLED("recalled"),
        PARKED("parked"),
        DEAD_LETTER("dead-letter");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> record) {
        Step step = Step.process(record.topic(), record.partition(), record.offset());
        spans.around(step, () -> handle(record).word);
    }

    private Outcome handle(ConsumerRecord<String, byte[]> record) {
        Intake intake = intakes.of(record.topic());
        if (record.value() == null) {
            transaction.executeWithoutResult(status -> deadLetters.recalled(record));
            log.info(
                    "inbox.recall key={} topic={} partition={} offset={}",
                    record.key(),
                    record.topic(),
                    record.partition(),
                    record.offset());
            return Outcome.RECALLED;
        }
        Arrival arrival;
        try {
            arrival = intake.read(record);
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (WireException e) {
            return keep(record, null, e);
        }
        return apply(record, arrival);
    }

    private Outcome apply(ConsumerRecord<String, byte[]> record, Arrival arrival) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> applyOrPark(record, arrival)));
            } catch (RuntimeException | StackOverflowError e) {
                switch (Failure.of(e)) {
                    case OUTAGE -> throw e;
                    case PASSING -> {
                        if (attempt == ATTEMPTS) {
                            return keep(record, arrival, e);
                        }
                        LockSupport.parkNanos(PAUSE.toNanos() << attempt);
                    }
                    case LASTING -> {
                        return keep(record, arrival, e);
                    }
                }
            }
        }
    }

    private Outcome applyOrPark(ConsumerRecord<String, byte[]> record, Arrival arrival) {
        Optional<Long> before = deadLetters.lockBefore(arrival);
        if (before.isPresent()) {
            deadLetters.keep(record, arrival, DeadLetter.WAITS, before.get());
            log.warn(
                    "inbox.parked behind={} originator={} eventId={} topic={} partition={} offset={}",
                    before.get(),
                    arrival.originator(),
                    arrival.eventId(),
                    record.topic(),
                    record.partition(),
                    record.offset());
            return Outcome.PARKED;
        }
        arrival.application().run();
        return Outcome.HANDLED;
    }

    private Outcome keep(ConsumerRecord<String, byte[]> record, @Nullable Arrival arrival, Throwable cause) {
        String reason = Failure.reason(cause);
        transaction.executeWithoutResult(status -> deadLetters.keep(record, arrival, reason, null));
        log.error(
                "inbox.dead-letter reason=\"{}\" topic={} partition={} offset={}",
                reason,
                record.topic(),
                record.partition(),
                record.offset());
        return Outcome.DEAD_LETTER;
    }
}
