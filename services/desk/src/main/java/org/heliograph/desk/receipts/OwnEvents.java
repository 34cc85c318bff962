package org.heliograph.desk.receipts;

import java.util.Optional;
import java.util.UUID;
import org.heliograph.events.Outcome;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.outbox.OwnEvent;
import org.heliograph.exchange.receipt.Receipts;

/** What this party said itself. */
final class OwnEvents {

    private final Outbox outbox;
    private final Receipts receipts;

    OwnEvents(Outbox outbox, Receipts receipts) {
        this.outbox = outbox;
        this.receipts = receipts;
    }

    // A receipt alone proves nothing but a dispatch: whoever offers another's event gets one that says so. What was
    // released, the gate has proved to be of this party; a restored database may have forgotten it.
    Optional<OwnEvent> find(UUID eventId) {
        return outbox.find(eventId)
                .or(() -> receipts.of(eventId).stream()
                        .filter(receipt -> receipt.getOutcome() == Outcome.RELEASED)
                        .findFirst()
                        .map(receipt -> new OwnEvent(
                                eventId,
                                receipt.getEventType().orElse(""),
                                receipt.getContextId().orElse(""))));
    }
}
