package org.heliograph.desk.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.exchange.receipt.Receipts;
import tools.jackson.databind.JsonNode;

/**
 * An event as it was stored.
 *
 * @param at when it was received, or sent
 * @param superseded whether its originator said something later in the same case
 * @param content the view of its kind as JSON: a word of a later version passes through
 */
public record JournalEntry(UUID eventId, JournalDirection direction, Instant at, boolean superseded, JsonNode content) {

    /** What the gate said of it; nothing of what was received, and while the gate has not answered. */
    public List<GateAnswer> answers(Receipts receipts) {
        return direction == JournalDirection.OUT
                ? receipts.of(eventId).stream().map(GateAnswer::of).toList()
                : List.of();
    }
}
