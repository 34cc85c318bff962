package org.heliograph.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Events as Avro's own Java library decodes them, and as a kit prints them, both in plain values that can be compared
 * one by one: numbers as decimals without trailing zeros, since JSON does not tell 34 from 34.0.
 */
final class JavaValues {

    private static final GenericData CONVERTING = new GenericData();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static {
        CONVERTING.addLogicalTypeConversion(new Conversions.DecimalConversion());
        CONVERTING.addLogicalTypeConversion(new Conversions.UUIDConversion());
        CONVERTING.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        CONVERTING.addLogicalTypeConversion(new TimeConversions.DateConversion());
    }

    private JavaValues() {}

    /** What Java reads. */
    static Object of(Schema schema, byte[] binary) {
        var reader = new GenericDatumReader<GenericRecord>(schema, schema, CONVERTING);
        try {
            return Objects.requireNonNull(
                    plain(reader.read(null, DecoderFactory.get().binaryDecoder(binary, null))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case GenericRecord event -> {
                Map<String, @Nullable Object> fields = new LinkedHashMap<>();
                event.getSchema().getFields().forEach(field -> fields.put(field.name(), plain(event.get(field.pos()))));
                yield fields;
            }
            case Collection<?> items -> {
                List<@Nullable Object> list = new ArrayList<>();
                items.forEach(item -> list.add(plain(item)));
                yield list;
            }
            case BigDecimal decimal -> decimal.toPlainString();
            case Instant instant -> TIME.format(instant);
            case LocalDate day -> day.toString();
            case Number number -> number(new BigDecimal(number.toString()));
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    /** What a kit printed. */
    static @Nullable Object of(JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isObject()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
            return fields;
        }
        if (json.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            json.forEach(item -> list.add(of(item)));
            return list;
        }
        if (json.isNumber()) {
            return number(json.decimalValue());
        }
        return json.isBoolean() ? (Object) json.booleanValue() : json.asString();
    }

    private static BigDecimal number(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
