package org.heliograph.gate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.Position;
import org.jspecify.annotations.Nullable;

/** Finds every position within an event, wherever its schema puts one (R14). */
final class Positions {

    private static final String POSITION = Position.getClassSchema().getFullName();

    private Positions() {}

    static List<Position> in(GenericRecord event) {
        List<Position> found = new ArrayList<>();
        collect(event, found);
        return found;
    }

    private static void collect(@Nullable Object value, List<Position> found) {
        switch (value) {
            case GenericRecord record
            when record.getSchema().getFullName().equals(POSITION) -> found.add(position(record));
            case GenericRecord record -> {
                for (Schema.Field field : record.getSchema().getFields()) {
                    collect(record.get(field.pos()), found);
                }
            }
            case Collection<?> items -> items.forEach(item -> collect(item, found));
            case Map<?, ?> map -> map.values().forEach(item -> collect(item, found));
            case null, default -> {}
        }
    }

    private static Position position(GenericRecord record) {
        return Position.newBuilder()
                .setLat((double) record.get("lat"))
                .setLon((double) record.get("lon"))
                .build();
    }
}
