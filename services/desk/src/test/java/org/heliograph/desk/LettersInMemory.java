package org.heliograph.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.heliograph.desk.deadletters.LetterActs;
import org.heliograph.desk.deadletters.NotToldException;
import org.heliograph.exchange.inbox.Actor;
import org.heliograph.exchange.inbox.DeadLetter;
import org.heliograph.exchange.inbox.DeadLetter.Discard;
import org.heliograph.exchange.inbox.DeadLetter.Resolution;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retry;
import org.heliograph.exchange.inbox.DeadLetterRefusedException;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.jspecify.annotations.Nullable;

/** Dead letters without an inbox. None can be applied; one of an originator that may not be told is not given back. */
final class LettersInMemory implements LetterActs {

    static final String MAY_NOT_BE_TOLD = "xb";

    private final Map<Long, DeadLetter> letters = new ConcurrentSkipListMap<>();

    /** Puts one aside. */
    long put(long id, String originator) {
        letters.put(
                id,
                new DeadLetter(
                        id,
                        "inbox.xa.alerts",
                        0,
                        id,
                        originator,
                        UUID.randomUUID(),
                        "alert.route",
                        "exercise:" + UUID.randomUUID(),
                        "DataIntegrityViolationException",
                        null,
                        Instant.parse("2026-11-25T12:00:00Z"),
                        null,
                        null,
                        null));
        return id;
    }

    void clear() {
        letters.clear();
    }

    Optional<DeadLetter> find(long id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public List<DeadLetter> open(int most) {
        return letters.values().stream().filter(DeadLetter::isOpen).limit(most).toList();
    }

    @Override
    public long count() {
        return letters.values().stream().filter(DeadLetter::isOpen).count();
    }

    @Override
    public Retry retry(long id, Actor actor) {
        return new Retry(List.of(), Optional.of(known(id)));
    }

    @Override
    public DeadLetter giveBack(long id, Actor actor, String reason) {
        DeadLetter letter = known(id);
        if (MAY_NOT_BE_TOLD.equals(letter.originator())) {
            throw new NotToldException(MAY_NOT_BE_TOLD, "suspended");
        }
        return settled(letter, Resolution.RETURNED);
    }

    @Override
    public DeadLetter proposeDiscard(long id, Actor actor, String reason) {
        return changed(known(id), null, new Discard(actor.name(), reason));
    }

    @Override
    public DeadLetter confirmDiscard(long id, Actor actor) {
        DeadLetter letter = known(id);
        Discard discard = letter.discard();
        if (discard == null) {
            throw new DeadLetterRefusedException(Cause.NOT_PROPOSED, "nobody");
        }
        if (discard.by().equals(actor.name())) {
            throw new DeadLetterRefusedException(Cause.SAME_PERSON, "the same");
        }
        return settled(letter, Resolution.DISCARDED);
    }

    private DeadLetter known(long id) {
        DeadLetter letter = letters.get(id);
        if (letter == null) {
            throw new DeadLetterRefusedException(Cause.UNKNOWN, "unknown");
        }
        if (!letter.isOpen()) {
            throw new DeadLetterRefusedException(Cause.RESOLVED, "resolved");
        }
        return letter;
    }

    private DeadLetter settled(DeadLetter letter, Resolution resolution) {
        return changed(letter, resolution, letter.discard());
    }

    private DeadLetter changed(DeadLetter letter, @Nullable Resolution resolution, @Nullable Discard discard) {
        DeadLetter changed = new DeadLetter(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.originator(),
                letter.eventId(),
                letter.eventType(),
                letter.contextId(),
                letter.reason(),
                letter.behind(),
                letter.at(),
                resolution,
                resolution == null ? null : letter.at(),
                discard);
        letters.put(letter.id(), changed);
        return changed;
    }
}
