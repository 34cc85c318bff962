package org.heliograph.events;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.heliograph.events.validation.Catalogue;

/** The schemas of this build. */
final class Schemas {

    private static final List<Schema> SPINE = List.of(
            Dispatch.getClassSchema(),
            Receipt.getClassSchema(),
            AuditDecision.getClassSchema(),
            Redelivery.getClassSchema());

    private Schemas() {}

    /** By the name of the event. */
    static TreeMap<String, Schema> events() {
        TreeMap<String, Schema> schemas = new TreeMap<>();
        Catalogue.events()
                .forEach((type, record) -> schemas.put(type, SpecificData.get().getSchema(record)));
        return schemas;
    }

    /** Those of the events, and what the spine itself writes. */
    static List<Schema> all() {
        List<Schema> schemas = new ArrayList<>(SPINE);
        schemas.addAll(events().values());
        return schemas;
    }

    /** Each field of each record within a schema, however deep, with the record that has it. */
    static void eachField(Schema schema, BiConsumer<Schema, Schema.Field> visitor) {
        switch (schema.getType()) {
            case RECORD ->
                schema.getFields().forEach(field -> {
                    visitor.accept(schema, field);
                    eachField(field.schema(), visitor);
                });
            case UNION -> schema.getTypes().forEach(type -> eachField(type, visitor));
            case ARRAY -> eachField(schema.getElementType(), visitor);
            default -> {}
        }
    }

    static Collection<String> fieldNames(Schema schema) {
        List<String> names = new ArrayList<>();
        eachField(schema, (record, field) -> names.add(field.name()));
        return names;
    }
}
