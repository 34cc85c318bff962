package org.heliograph.desk.receipts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.outbox.OwnEvent;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;

/** To whom the party's own events went, by the gate's receipts, and what they said of it. */
public final class Recipients {

    private final OwnEvents own;
    private final Receipts receipts;
    private final List<Confirmations> confirmations;
    private final CopyNotices notices;

    public Recipients(Outbox outbox, Receipts receipts, List<Confirmations> confirmations, CopyNotices notices) {
        this.own = new OwnEvents(outbox, receipts);
        this.receipts = receipts;
        this.confirmations = List.copyOf(confirmations);
        this.notices = notices;
    }

    /**
     * An own event with its recipients.
     *
     * @param answer of the gate; null while there is none
     * @param confirmable whether recipients have a way to confirm it
     * @param confirmed by party
     * @param notices what recipients said of copies that they could not apply, in the order in which they came
     */
    public record Reach(
            OwnEvent event,
            @Nullable GateAnswer answer,
            boolean confirmable,
            Map<String, Confirmation> confirmed,
            List<CopyNotice> notices) {}

    /** Empty for whatever this party did not say itself. */
    public Optional<Reach> of(UUID eventId) {
        return own.find(eventId).map(event -> {
            List<Confirmations> ways = confirmations.stream()
                    .filter(way -> way.cover(event.eventType()))
                    .toList();
            return new Reach(
                    event,
                    answer(eventId),
                    !ways.isEmpty(),
                    ways.stream()
                            .flatMap(way -> way.of(eventId).stream())
                            .collect(Collectors.toMap(Confirmation::party, Function.identity())),
                    notices.of(eventId));
        });
    }

    // A repeated dispatch changes nothing of who holds a copy.
    private @Nullable GateAnswer answer(UUID eventId) {
        List<Receipt> all = receipts.of(eventId);
        return all.stream()
                .filter(receipt -> receipt.getOutcome() != Outcome.REPEATED)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(GateAnswer::of)
                .orElse(null);
    }
}
