package org.heliograph.exchange.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetter.Discard;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.heliograph.exchange.wire.RegistryUnavailableException;
import org.heliograph.exchange.wire.WireException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do about records that could not be applied. Each act is kept with who did it. Any thread; what one case
 * holds of one originator is applied in order, and by one thread at a time.
 */
public final class DeadLetterOffice {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterOffice.class);

    private final DeadLetters letters;
    private final Intakes intakes;
    private final TransactionTemplate transaction;

    DeadLetterOffice(DeadLetters letters, Intakes intakes, TransactionTemplate transaction) {
        this.letters = letters;
        this.intakes = intakes;
        this.transaction = transaction;
    }

    /**
     * What a retry came to.
     *
     * @param applied the letters that were applied, in order
     * @param failed the one that still cannot be, with its newest reason; empty if nothing is left of the case
     */
    public record Retry(List<Long> applied, Optional<DeadLetter> failed) {}

    /**
     * Letters, oldest first.
     *
     * @param open whether only those that still wait
     * @param after those with a greater id alone; 0 for the first page
     * @param most at most so many
     */
    public List<DeadLetter> list(boolean open, long after, int most) {
        return letters.list(open, after, most);
    }

    /** The letter of that id. */
    public Optional<DeadLetter> find(long id) {
        return letters.find(id);
    }

    /** What was done about it, in order. */
    public List<Act> acts(long id) {
        return letters.acts(id);
    }

    /** The record's value as it arrived, for its owner alone; empty if there is no such letter or it was recalled. */
    public Optional<byte[]> content(long id) {
        return letters.value(id);
    }

    /** How many letters wait, those that wait behind another included. */
    public long open() {
        return letters.open();
    }

    /**
     * Applies a letter, and then those that wait behind it, in their order, until one fails. Each is a transaction of
     * its own.
     *
     * @throws DeadLetterRefusedException if it is unknown or resolved, or another of its case has to be first
     */
    public Retry retry(long id, String actor) {
        DeadLetter letter = letters.find(id).orElseThrow(() -> unknown(id));
        requireOpen(letter);
        Optional<Long> first = letters.before(letter.originator(), letter.contextId());
        if (first.isPresent() && first.get() < id) {
            throw new DeadLetterRefusedException(
                    Cause.BEHIND_ANOTHER, "Letter %d is of the same case and has to be first".formatted(first.get()));
        }
        List<Long> applied = new ArrayList<>();
        Optional<Long> next = Optional.of(id);
        while (next.isPresent()) {
            long current = next.get();
            Optional<String> trouble = tryAgain(current, actor);
            if (trouble.isPresent()) {
                return new Retry(List.copyOf(applied), letters.find(current));
            }
            applied.add(current);
            next = letters.before(letter.originator(), letter.contextId());
        }
        return new Retry(List.copyOf(applied), Optional.empty());
    }

    /** The reason why it still cannot be applied. */
    private Optional<String> tryAgain(long id, String actor) {
        try {
            ConsumerRecord<String, byte[]> record = letters.record(id).orElseThrow(() -> unknown(id));
            Arrival arrival = intakes.of(record.topic()).read(record);
            transaction.executeWithoutResult(status -> {
                requireOpen(letters.lock(id));
                arrival.application().run();
                letters.applied(id, actor);
            });
            log.info("inbox.dead-letter-applied letter={} actor={}", id, actor);
            return Optional.empty();
        } catch (RegistryUnavailableException | DeadLetterRefusedException e) {
            throw e;
        } catch (WireException e) {
            return Optional.of(failed(id, actor, e));
        } catch (RuntimeException | StackOverflowError e) {
            if (Failure.of(e) == Failure.OUTAGE) {
                throw e;
            }
            return Optional.of(failed(id, actor, e));
        }
    }

    private String failed(long id, String actor, Throwable cause) {
        String reason = Failure.reason(cause);
        transaction.executeWithoutResult(status -> letters.failedAgain(id, actor, reason));
        log.warn("inbox.dead-letter-failed-again letter={} actor={} reason=\"{}\"", id, actor, reason);
        return reason;
    }

    /**
     * Asks to give a letter up. It stays as it is until somebody else confirms; a later proposal replaces an earlier.
     *
     * @param reason why; it is kept, and shown to operators, so it says nothing of the content
     * @throws DeadLetterRefusedException if it is unknown or resolved
     */
    public DeadLetter proposeDiscard(long id, String actor, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            requireOpen(letters.lock(id));
            letters.discardProposed(id, actor, reason);
            return letters.find(id).orElseThrow();
        }));
    }

    /**
     * Gives a letter up, as somebody else proposed. What waits behind it can be tried again then.
     *
     * @throws DeadLetterRefusedException if it is unknown or resolved, nobody proposed it, or the same person did
     */
    public DeadLetter confirmDiscard(long id, String actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            DeadLetter letter = letters.lock(id);
            requireOpen(letter);
            Discard discard = letter.discard();
            if (discard == null) {
                throw new DeadLetterRefusedException(
                        Cause.NOT_PROPOSED, "Nobody has proposed to discard letter %d".formatted(id));
            }
            if (discard.by().equals(actor)) {
                throw new DeadLetterRefusedException(
                        Cause.SAME_PERSON, "Somebody else than %s has to confirm".formatted(actor));
            }
            letters.discarded(id, actor, discard.reason());
            log.warn("inbox.dead-letter-discarded letter={} proposed={} confirmed={}", id, discard.by(), actor);
            return letters.find(id).orElseThrow();
        }));
    }

    private static void requireOpen(DeadLetter letter) {
        if (!letter.isOpen()) {
            throw new DeadLetterRefusedException(
                    Cause.RESOLVED, "Letter %d was resolved: %s".formatted(letter.id(), letter.resolution()));
        }
    }

    static DeadLetterRefusedException unknown(long id) {
        return new DeadLetterRefusedException(Cause.UNKNOWN, "There is no letter %d".formatted(id));
    }
}
