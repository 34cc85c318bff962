package org.heliograph.exchange.outbox;

import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Position;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.Coordinates;

/** Rounds each position of an event to what its marking allows (R14), before anybody signs it. */
final class Coarsening {

    private Coarsening() {}

    /**
     * A copy of the event in which each position, however deep, is coarse enough; the event itself stays as it is.
     *
     * @throws IllegalArgumentException if a coordinate is no number or off the globe
     */
    static SpecificRecord coarsened(SpecificRecord event, Tlp marking) {
        SpecificData data = SpecificData.getForSchema(event.getSchema());
        SpecificRecord copy = data.deepCopy(event.getSchema(), event);
        coarsenIn(copy, marking);
        return copy;
    }

    private static void coarsenIn(Object value, Tlp marking) {
        switch (value) {
            case Position position -> coarsen(position, marking);
            case IndexedRecord record ->
                record.getSchema().getFields().forEach(field -> {
                    Object inner = record.get(field.pos());
                    if (inner != null) {
                        coarsenIn(inner, marking);
                    }
                });
            case List<?> list -> list.forEach(item -> coarsenIn(item, marking));
            case Map<?, ?> map -> map.values().forEach(item -> coarsenIn(item, marking));
            default -> {
                // No position in there.
            }
        }
    }

    private static void coarsen(Position position, Tlp marking) {
        if (!(Math.abs(position.getLat()) <= 90 && Math.abs(position.getLon()) <= 180)) {
            throw new IllegalArgumentException(
                    "A position must have a latitude of -90 to 90 and a longitude of -180 to 180");
        }
        Position coarse = Coordinates.coarsen(position, marking);
        position.put(position.getSchema().getField("lat").pos(), coarse.getLat());
        position.put(position.getSchema().getField("lon").pos(), coarse.getLon());
    }
}
