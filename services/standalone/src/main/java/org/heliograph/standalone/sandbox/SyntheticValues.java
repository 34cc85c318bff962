package org.heliograph.standalone.sandbox;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Values that a schema allows, with every field filled in: a client has to be able to read all of them. They say
 * nothing of the world, and keep no rule but the schema's. Pure functions; any thread.
 */
final class SyntheticValues {

    private static final String TEXT = "exercise";
    private static final String UNKNOWN = "UNKNOWN";

    private SyntheticValues() {}

    /**
     * A record.
     *
     * @param given values of fields of this record that are not to be made up, null for unknown; names that it has not
     *     are left aside
     */
    static GenericRecord of(Schema schema, Map<String, ? extends @Nullable Object> given) {
        GenericRecord made = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            made.put(
                    field.pos(),
                    given.containsKey(field.name())
                            ? raw(field.schema(), given.get(field.name()))
                            : value(field.schema()));
        }
        return made;
    }

    private static @Nullable Object raw(Schema schema, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list ->
                list.stream().map(item -> raw(schema.getElementType(), item)).toList();
            case String text
            when present(schema).getType() == Schema.Type.ENUM -> new GenericData.EnumSymbol(present(schema), text);
            default -> value;
        };
    }

    private static Object value(Schema schema) {
        Schema present = present(schema);
        if (present.getLogicalType() instanceof LogicalTypes.Decimal) {
            return ByteBuffer.wrap(BigInteger.ONE.toByteArray());
        }
        return switch (present.getType()) {
            case RECORD -> of(present, Map.of());
            case ARRAY -> List.of(value(present.getElementType()));
            case MAP -> Map.of(TEXT, value(present.getValueType()));
            case ENUM -> new GenericData.EnumSymbol(present, symbol(present));
            case STRING ->
                present.getLogicalType() == null ? TEXT : UUID.randomUUID().toString();
            case INT ->
                present.getLogicalType() == null
                        ? 1
                        : (int) LocalDate.now(ZoneOffset.UTC).toEpochDay();
            case LONG -> present.getLogicalType() == null ? 1L : Instant.now().toEpochMilli();
            case DOUBLE -> 1.5;
            case FLOAT -> 1.5f;
            case BOOLEAN -> true;
            case BYTES -> ByteBuffer.wrap(new byte[] {1});
            case FIXED -> new GenericData.Fixed(present, new byte[present.getFixedSize()]);
            case NULL, UNION -> throw new IllegalArgumentException("no value can be made of " + schema);
        };
    }

    /** What may be unknown is known. */
    private static Schema present(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static String symbol(Schema schema) {
        return schema.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(UNKNOWN))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
