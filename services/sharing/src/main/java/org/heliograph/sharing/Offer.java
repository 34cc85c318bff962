package org.heliograph.sharing;

import java.util.List;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Position;

/**
 * What an originator offers for release, as far as it matters for the decision.
 *
 * @param owner party that owns the outbox in which the offer was found
 * @param schemaName full name of the event's Avro record
 * @param positions every position within the event, wherever it stands (R14)
 */
public record Offer(
        String owner, String schemaName, Envelope envelope, Distribution distribution, List<Position> positions) {

    public Offer {
        positions = List.copyOf(positions);
    }
}
