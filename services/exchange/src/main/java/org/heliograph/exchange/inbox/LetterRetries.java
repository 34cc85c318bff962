package org.heliograph.exchange.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryFailure;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retry;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.exchange.wire.WireException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies dead letters of one case in their order, each in a transaction of its own. Any thread. */
final class LetterRetries {

    private static final Logger log = LoggerFactory.getLogger(LetterRetries.class);

    private final DeadLetters letters;
    private final Intakes intakes;
    private final DeliveryNotices notices;
    private final TransactionTemplate transaction;

    LetterRetries(DeadLetters letters, Intakes intakes, DeliveryNotices notices, TransactionTemplate transaction) {
        this.letters = letters;
        this.intakes = intakes;
        this.notices = notices;
        this.transaction = transaction;
    }

    /** From the first of its case on, until one fails. What somebody else settles meanwhile is passed over. */
    Retry from(DeadLetter first, Actor actor) {
        List<Long> applied = new ArrayList<>();
        Optional<Long> next = Optional.of(first.id());
        while (next.isPresent()) {
            long current = next.get();
            switch (tryAgain(current, actor)) {
                case APPLIED -> applied.add(current);
                case SETTLED -> {}
                case FAILED -> {
                    return new Retry(List.copyOf(applied), letters.find(current));
                }
            }
            next = letters.before(first.originator(), first.contextId());
        }
        return new Retry(List.copyOf(applied), Optional.empty());
    }

    private enum Try {
        APPLIED,
        FAILED,
        /** By somebody else, before this try. */
        SETTLED
    }

    private Try tryAgain(long id, Actor actor) {
        ConsumerRecord<String, byte[]> record = letters.record(id).orElseThrow(() -> DeadLetterOffice.unknown(id));
        Optional<Envelope> target = notices.target(record);
        try {
            Arrival arrival = intakes.of(record.topic()).read(record);
            transaction.executeWithoutResult(status -> {
                DeadLetter letter = DeadLetterOffice.requireOpen(letters.lock(id));
                arrival.application().run();
                letters.applied(id, actor, tell(target, DeliveryAct.APPLIED, actor, failure(letter)));
            });
            log.info("inbox.dead-letter-applied letter={} actor={}", id, actor.name());
            return Try.APPLIED;
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (DeadLetterRefusedException e) {
            if (e.refused() == Cause.RESOLVED) {
                return Try.SETTLED;
            }
            throw e;
        } catch (WireException e) {
            failed(id, target, actor, e);
            return Try.FAILED;
        } catch (RuntimeException | StackOverflowError e) {
            if (Failure.of(e) == Failure.OUTAGE) {
                throw e;
            }
            failed(id, target, actor, e);
            return Try.FAILED;
        }
    }

    private void failed(long id, Optional<Envelope> target, Actor actor, Throwable cause) {
        String reason = Failure.reason(cause);
        DeliveryFailure failure =
                cause instanceof WireException ? DeliveryFailure.UNREADABLE : DeliveryFailure.NOT_APPLIED;
        transaction.executeWithoutResult(status -> {
            if (letters.lock(id).isOpen()) {
                letters.failedAgain(id, actor, reason, tell(target, DeliveryAct.FAILED_AGAIN, actor, failure));
            }
        });
        log.warn("inbox.dead-letter-failed-again letter={} actor={} reason=\"{}\"", id, actor.name(), reason);
    }

    private @Nullable UUID tell(Optional<Envelope> target, DeliveryAct act, Actor actor, DeliveryFailure failure) {
        return target.map(envelope -> notices.tell(envelope, new DeliveryNotices.Act(act, actor, failure, null)))
                .orElse(null);
    }

    /** Why a letter was put aside, in a word that says nothing of the event or of the code that took it. */
    static DeliveryFailure failure(DeadLetter letter) {
        if (letter.contextId() == null) {
            return DeliveryFailure.UNREADABLE;
        }
        return letter.reason().equals(DeadLetter.WAITS) ? DeliveryFailure.WAITED : DeliveryFailure.NOT_APPLIED;
    }
}
