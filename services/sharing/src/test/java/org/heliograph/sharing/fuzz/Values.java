package org.heliograph.sharing.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericArray;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Values of an Avro schema as the choices have it: valid ones, though they may break every rule beyond it. */
public final class Values {

    private static final List<String> IDS = List.of(
            "6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final List<Integer> INTS = List.of(1, 0, 10, 11, -1, 480, Integer.MAX_VALUE, Integer.MIN_VALUE);
    private static final List<Long> LONGS = List.of(1_793_534_400_000L, 0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE);
    private static final List<Double> DOUBLES = List.of(
            12.3,
            0.0,
            -1.2,
            12.34,
            12.345,
            90.0,
            -90.1,
            180.0,
            1e-9,
            1e300,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            -0.0);

    private final Choices choices;
    private final List<String> words;

    /** @param words what texts are chosen from; the first is the usual one */
    public Values(Choices choices, List<String> words) {
        this.choices = choices;
        this.words = List.copyOf(words);
    }

    public GenericRecord record(Schema schema) {
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), of(field.schema()));
        }
        return record;
    }

    /** Changes one value somewhere within the record. */
    public void change(GenericRecord record) {
        List<Schema.Field> fields = record.getSchema().getFields();
        if (fields.isEmpty()) {
            return;
        }
        Schema.Field field = choices.one(fields);
        Object old = record.get(field.pos());
        if (old instanceof GenericRecord below && choices.below(8) > 0) {
            change(below);
        } else if (old instanceof GenericArray<?> items && !items.isEmpty() && choices.below(2) > 0) {
            change(items);
        } else {
            record.put(field.pos(), of(field.schema()));
        }
    }

    private void change(GenericArray<?> items) {
        int at = choices.below(items.size());
        if (items.get(at) instanceof GenericRecord below && choices.below(4) > 0) {
            change(below);
        } else {
            items.remove(at);
        }
    }

    private @Nullable Object of(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> new GenericData.EnumSymbol(schema, choices.one(schema.getEnumSymbols()));
            case ARRAY -> array(schema);
            case MAP -> map(schema);
            case UNION -> of(choices.one(schema.getTypes()));
            case FIXED -> new GenericData.Fixed(schema, new byte[schema.getFixedSize()]);
            case STRING -> choices.one(schema.getLogicalType() == null ? words : IDS);
            case BYTES -> ByteBuffer.wrap(new byte[] {(byte) choices.below(256)});
            case INT -> choices.one(INTS);
            case LONG -> choices.one(LONGS);
            case FLOAT -> choices.one(DOUBLES).floatValue();
            case DOUBLE -> choices.one(DOUBLES);
            case BOOLEAN -> choices.below(2) > 0;
            case NULL -> null;
        };
    }

    private GenericArray<@Nullable Object> array(Schema schema) {
        List<@Nullable Object> items = new ArrayList<>();
        for (int item = choices.below(4); item > 0; item--) {
            items.add(of(schema.getElementType()));
        }
        return new GenericData.Array<>(schema, items);
    }

    private Map<String, @Nullable Object> map(Schema schema) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (int entry = choices.below(4); entry > 0; entry--) {
            map.put(choices.one(words), of(schema.getValueType()));
        }
        return map;
    }
}
