package org.heliograph.system;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Events of any schema with any values that it allows, rules on fields aside: each union has each of its branches. */
final class RandomEvents {

    /** Two, three and four bytes of UTF-8, and what JSON escapes. */
    private static final List<String> WORDS =
            List.of("", "route", "Zoë", "海", "\uD83D\uDEA2", "\"quoted\"", "back\\slash", "tab\there", "\u2028");

    private static final long YEAR_2100 = 4_102_444_800_000L;
    private static final int DAYS = 60_000;
    private static final long EXACT_IN_A_DOUBLE = 1L << 53;

    private final Random random;

    RandomEvents(long seed) {
        this.random = new Random(seed);
    }

    /** An event whose envelope names this originator. */
    GenericRecord event(Schema schema, String originator) {
        GenericRecord event = (GenericRecord) Objects.requireNonNull(value(schema));
        GenericRecord envelope = (GenericRecord) event.get("envelope");
        envelope.put("originatorParty", originator);
        return event;
    }

    private @Nullable Object value(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return ByteBuffer.wrap(unscaled(decimal.getPrecision()).toByteArray());
        }
        return switch (schema.getType()) {
            case UNION ->
                value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case RECORD -> {
                GenericRecord fields = new GenericData.Record(schema);
                schema.getFields().forEach(field -> fields.put(field.pos(), value(field.schema())));
                yield fields;
            }
            case ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(value(schema.getElementType()));
                }
                yield items;
            }
            case MAP -> {
                Map<String, @Nullable Object> entries = new HashMap<>();
                entries.put("key", value(schema.getValueType()));
                yield entries;
            }
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case STRING ->
                schema.getLogicalType() == null ? text() : new UUID(random.nextLong(), random.nextLong()).toString();
            case INT -> schema.getLogicalType() == null ? random.nextInt() : random.nextInt(DAYS);
            case LONG ->
                schema.getLogicalType() == null
                        ? random.nextLong(-EXACT_IN_A_DOUBLE, EXACT_IN_A_DOUBLE)
                        : random.nextLong(YEAR_2100);
            case DOUBLE -> random.nextInt(-18_000, 18_000) / 100.0;
            case FLOAT -> random.nextInt(100) / 4f;
            case BOOLEAN -> random.nextBoolean();
            case NULL -> null;
            case BYTES, FIXED -> throw new IllegalStateException("no event has raw bytes, but " + schema);
        };
    }

    private BigInteger unscaled(int precision) {
        return switch (random.nextInt(4)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> BigInteger.valueOf(-random.nextInt(1_000));
            case 2 -> BigInteger.valueOf(random.nextInt(1_000));
            default -> BigInteger.TEN.pow(precision).subtract(BigInteger.ONE);
        };
    }

    private String text() {
        return WORDS.get(random.nextInt(WORDS.size())) + WORDS.get(random.nextInt(WORDS.size()));
    }
}
