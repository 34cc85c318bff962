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

/** To whom the party's own events went, by the gate's receipts, and who of them confirmed. */
public final class Recipients {

    private final Outbox outbox;
    private final Receipts receipts;
    private final List<Confirmations> confirmations;

    public Recipients(Outbox outbox, Receipts receipts, List<Confirmations> confirmations) {
        this.outbox = outbox;
        this.receipts = receipts;
        this.confirmations = List.copyOf(confirmations);
    }

    /**
     * An own event with its recipients.
     *
     * @param answer of the gate; null while there is none
     * @param confirmable whether recipients have a way to confirm it
     * @param confirmed by party
     */
    public record Reach(
            OwnEvent event, @Nullable GateAnswer answer, boolean confirmable, Map<String, Confirmation> confirmed) {}

    /** Empty for whatever this party did not say itself. */
    public Optional<Reach> of(UUID eventId) {
        return own(eventId).map(event -> {
            List<Confirmations> ways = confirmations.stream()
                    .filter(way -> way.cover(event.eventType()))
                    .toList();
            return new Reach(
                    event,
                    answer(eventId),
                    !ways.isEmpty(),
                    ways.stream()
                            .flatMap(way -> way.of(eventId).stream())
                            .collect(Collectors.toMap(Confirmation::party, Function.identity())));
        });
    }

    // A receipt alone proves nothing but a dispatch: whoever offers another's event gets one that says so. What was
    // released, the gate has proved to be of this party; a restored database may have forgotten it.
    private Optional<OwnEvent> own(UUID eventId) {
        return outbox.find(eventId)
                .or(() -> receipts.of(eventId).stream()
                        .filter(receipt -> receipt.getOutcome() == Outcome.RELEASED)
                        .findFirst()
                        .map(receipt -> new OwnEvent(
                                eventId,
                                receipt.getEventType().orElse(""),
                                receipt.getContextId().orElse(""))));
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
