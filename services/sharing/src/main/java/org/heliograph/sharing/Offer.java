package org.heliograph.sharing;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Position;

/**
 * What an originator offers for release, as far as it matters for the decision.
 *
 * @param owner party that owns the outbox in which the offer was found
 * @param schemaName full name of the event's Avro record
 * @param positions every position within the event, wherever it stands (R14)
 * @param fields the event's own top-level fields that are judged, by name, as text: those of {@link #JUDGED} and the
 *     one that tells the event's variants apart. What is absent or null in the event is absent here
 */
public record Offer(
        String owner,
        String schemaName,
        Envelope envelope,
        Distribution distribution,
        List<Position> positions,
        SortedMap<String, String> fields) {

    /** Names of fields that rules look at, whatever the policy says: R13 of an observation, R6 of control. */
    public static final List<String> JUDGED = List.of(
            "geoLevel",
            "period",
            "n",
            "suppressed",
            "value",
            "estimateType",
            "country",
            "targetEventId",
            "targetEventType",
            "action",
            "targetOriginator",
            "deliveryAct",
            "decidedBy");

    public Offer {
        positions = List.copyOf(positions);
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
