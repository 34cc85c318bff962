package org.heliograph.exchange.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetter.Discard;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do about records that could not be applied. Each act is kept with who did it, and, in the same
 * transaction, told to the originator and so to the audit of the platform by a {@code control.delivery}; not where
 * nobody can tell which event a letter holds, or the party has no outbox. Any thread; what one case holds of one
 * originator is applied in order, and by one thread at a time.
 */
public final class DeadLetterOffice {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterOffice.class);

    private final DeadLetters letters;
    private final LetterRetries retries;
    private final DeliveryNotices notices;
    private final TransactionTemplate transaction;

    DeadLetterOffice(
            DeadLetters letters, LetterRetries retries, DeliveryNotices notices, TransactionTemplate transaction) {
        this.letters = letters;
        this.retries = retries;
        this.notices = notices;
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
     * Which cases are to be retried, by the first letter of each; what is null chooses all.
     *
     * @param originator who sent it
     * @param eventType of the event
     * @param reason how its reason begins, such as the kind of the failure
     */
    public record Choice(
            @Nullable String originator,
            @Nullable String eventType,
            @Nullable String reason) {

        /** Every case. */
        public static final Choice ALL = new Choice(null, null, null);
    }

    /**
     * What the retry of many cases came to.
     *
     * @param applied the letters that were applied, those of a case in order
     * @param failed of each case that is not through, the one that still cannot be applied
     * @param next for {@code after} of the next call; empty if no more cases were chosen
     */
    public record Retries(List<Long> applied, List<DeadLetter> failed, OptionalLong next) {}

    /** What a return would tell, and to whom. */
    public record Notice(ControlDelivery event, Distribution distribution) {}

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
     * its own, in which the originator is told too.
     *
     * @throws DeadLetterRefusedException if it is unknown or resolved, or another of its case has to be first
     */
    public Retry retry(long id, Actor actor) {
        DeadLetter letter = requireOpen(letters.find(id).orElseThrow(() -> unknown(id)));
        requireFirst(letter);
        return retries.from(letter, actor);
    }

    /**
     * Applies the letters of many cases, oldest case first, those of one case in their order, until one of that case
     * fails. What was applied stays so if an outage ends the call; it can be made again.
     *
     * @param choice of cases, by their first letter
     * @param after cases whose first letter has a greater id; 0 for the first page
     * @param most at most so many cases, 1 at least
     * @throws org.heliograph.exchange.wire.RegistryUnavailableException if nobody can tell schemas now
     */
    public Retries retryAll(Choice choice, Actor actor, long after, int most) {
        List<DeadLetter> firsts = letters.firsts(choice, after, most);
        List<Long> applied = new ArrayList<>();
        List<DeadLetter> failed = new ArrayList<>();
        for (DeadLetter first : firsts) {
            Retry retry = retries.from(first, actor);
            applied.addAll(retry.applied());
            retry.failed().ifPresent(failed::add);
        }
        return new Retries(
                List.copyOf(applied),
                List.copyOf(failed),
                firsts.size() < most
                        ? OptionalLong.empty()
                        : OptionalLong.of(firsts.getLast().id()));
    }

    /**
     * What a return would tell the originator, for the gate to be asked whether it may be told. Stores nothing.
     *
     * @param reason why; see {@link #giveBack}
     * @throws DeadLetterRefusedException as {@link #giveBack}
     * @throws org.heliograph.exchange.wire.RegistryUnavailableException if nobody can tell schemas now
     */
    public Notice returning(long id, Actor actor, String reason) {
        DeadLetter letter = requireOpen(letters.find(id).orElseThrow(() -> unknown(id)));
        Envelope target = returnable(letter, target(id));
        return new Notice(
                notices.event(target, act(letter, DeliveryAct.RETURNED, actor, reason)), DeliveryNotices.to(target));
    }

    /**
     * Gives a letter back: it is closed here, and a {@code control.delivery} tells its originator, who may send the
     * event anew. Both are one transaction. What waits behind it can be tried again then. Whether the originator may be
     * told the gate alone knows: ask it first, see {@link #returning}.
     *
     * @param reason why, 1 to 500 characters; the originator and the operators read it, so it says nothing of the
     *     content
     * @throws DeadLetterRefusedException if it is unknown or resolved, if it waits behind another, if it holds no event
     *     whose envelope can be read, if the event is this party's own, or if this party sends nothing
     * @throws org.heliograph.exchange.wire.RegistryUnavailableException if nobody can tell schemas now
     */
    public DeadLetter giveBack(long id, Actor actor, String reason) {
        Optional<Envelope> read = target(id);
        return settle(id, letter -> {
            Envelope target = returnable(letter, read);
            letters.returned(id, actor, reason, notices.tell(target, act(letter, DeliveryAct.RETURNED, actor, reason)));
            log.warn("inbox.dead-letter-returned letter={} actor={}", id, actor.name());
        });
    }

    /**
     * Asks to give a letter up. It stays as it is until somebody else confirms; a later proposal replaces an earlier.
     *
     * @param reason why, 1 to 500 characters; operators and the originator read it, so it says nothing of the content
     * @throws DeadLetterRefusedException if it is unknown or resolved
     */
    public DeadLetter proposeDiscard(long id, Actor actor, String reason) {
        Optional<Envelope> target = target(id);
        return settle(
                id,
                letter -> letters.discardProposed(
                        id, actor, reason, tell(target, act(letter, DeliveryAct.DISCARD_PROPOSED, actor, reason))));
    }

    /**
     * Gives a letter up, as somebody else proposed. What waits behind it can be tried again then.
     *
     * @throws DeadLetterRefusedException if it is unknown or resolved, nobody proposed it, or the same person did
     */
    public DeadLetter confirmDiscard(long id, Actor actor) {
        Optional<Envelope> target = target(id);
        return settle(id, letter -> {
            Discard discard = letter.discard();
            if (discard == null) {
                throw new DeadLetterRefusedException(
                        Cause.NOT_PROPOSED, "Nobody has proposed to discard letter %d".formatted(id));
            }
            if (discard.by().equals(actor.name())) {
                throw new DeadLetterRefusedException(
                        Cause.SAME_PERSON, "Somebody else than %s has to confirm".formatted(actor.name()));
            }
            String reason = discard.reason();
            letters.discarded(id, actor, reason, tell(target, act(letter, DeliveryAct.DISCARDED, actor, reason)));
            log.warn("inbox.dead-letter-discarded letter={} proposed={} confirmed={}", id, discard.by(), actor.name());
        });
    }

    /** In one transaction, with the letter held. */
    private DeadLetter settle(long id, Consumer<DeadLetter> act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            act.accept(requireOpen(letters.lock(id)));
            return letters.find(id).orElseThrow();
        }));
    }

    private Optional<Envelope> target(long id) {
        return notices.target(letters.record(id).orElseThrow(() -> unknown(id)));
    }

    private @Nullable UUID tell(Optional<Envelope> target, DeliveryNotices.Act act) {
        return target.map(envelope -> notices.tell(envelope, act)).orElse(null);
    }

    private static DeliveryNotices.Act act(DeadLetter letter, DeliveryAct act, Actor actor, String reason) {
        return new DeliveryNotices.Act(act, actor, LetterRetries.failure(letter), reason);
    }

    private Envelope returnable(DeadLetter letter, Optional<Envelope> target) {
        requireFirst(letter);
        Envelope envelope = target.orElseThrow(() -> new DeadLetterRefusedException(
                Cause.NO_EVENT,
                "Letter %d holds no event that can be read, so nobody knows whom to give it back to; two can discard it"
                        .formatted(letter.id())));
        if (envelope.getOriginatorParty().equals(notices.party())) {
            throw new DeadLetterRefusedException(
                    Cause.OWN_EVENT,
                    "Letter %d holds an event of this party itself: send it anew, and discard the letter"
                            .formatted(letter.id()));
        }
        if (!notices.hasOutbox()) {
            throw new DeadLetterRefusedException(
                    Cause.NO_OUTBOX,
                    "This party sends nothing, so it cannot tell the originator; two people can discard it");
        }
        return envelope;
    }

    private void requireFirst(DeadLetter letter) {
        Optional<Long> first = letters.before(letter.originator(), letter.contextId());
        if (first.isPresent() && first.get() < letter.id()) {
            throw new DeadLetterRefusedException(
                    Cause.BEHIND_ANOTHER, "Letter %d is of the same case and has to be first".formatted(first.get()));
        }
    }

    static DeadLetter requireOpen(DeadLetter letter) {
        if (!letter.isOpen()) {
            throw new DeadLetterRefusedException(
                    Cause.RESOLVED, "Letter %d was resolved: %s".formatted(letter.id(), letter.resolution()));
        }
        return letter;
    }

    static DeadLetterRefusedException unknown(long id) {
        return new DeadLetterRefusedException(Cause.UNKNOWN, "There is no letter %d".formatted(id));
    }
}
