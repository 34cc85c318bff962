package org.heliograph.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import tools.jackson.databind.JsonNode;

/**
 * Reads events as people write them: no names of union branches, times and dates as ISO 8601, decimals as numbers,
 * fields with a default left out. What comes out is raw Avro, without any check beyond the schema's own.
 */
final class PlainJson {

    private PlainJson() {}

    /** @throws IllegalArgumentException with the path of the field, if the JSON is no such record */
    static GenericData.Record read(Schema schema, JsonNode json) {
        return (GenericData.Record) value(schema, json, "");
    }

    private static Object value(Schema schema, JsonNode json, String path) {
        return switch (schema.getType()) {
            case RECORD -> record(schema, json, path);
            case ARRAY -> array(schema, json, path);
            case ENUM -> {
                require(
                        json.isString() && schema.hasEnumSymbol(json.asString()),
                        path,
                        "one of " + schema.getEnumSymbols());
                yield new GenericData.EnumSymbol(schema, json.asString());
            }
            case STRING -> {
                require(json.isString(), path, "a string");
                yield json.asString();
            }
            case BOOLEAN -> {
                require(json.isBoolean(), path, "true or false");
                yield json.booleanValue();
            }
            case INT -> whole(schema, json, path);
            case DOUBLE -> {
                require(json.isNumber(), path, "a number");
                yield json.doubleValue();
            }
            case LONG -> time(json, path);
            case BYTES -> decimal(schema, json, path);
            default -> throw new IllegalArgumentException(path + ": no event has a " + schema.getType());
        };
    }

    private static GenericData.Record record(Schema schema, JsonNode json, String path) {
        require(json.isObject(), path, "an object");
        json.propertyNames()
                .forEach(name -> require(schema.getField(name) != null, path(path, name), "no field of that name"));
        GenericRecordBuilder builder = new GenericRecordBuilder(schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode found = json.get(field.name());
            String at = path(path, field.name());
            if (found == null) {
                require(field.hasDefaultValue(), at, "a value");
            } else if (found.isNull()) {
                require(field.schema().isNullable(), at, "a value");
                builder.set(field, null);
            } else {
                builder.set(field, value(withoutNull(field.schema()), found, at));
            }
        }
        return builder.build();
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static List<Object> array(Schema schema, JsonNode json, String path) {
        require(json.isArray(), path, "an array");
        List<Object> values = new ArrayList<>();
        for (JsonNode item : json) {
            values.add(value(schema.getElementType(), item, path + "[" + values.size() + "]"));
        }
        return values;
    }

    private static int whole(Schema schema, JsonNode json, String path) {
        if (schema.getLogicalType() instanceof LogicalTypes.Date) {
            try {
                return (int) LocalDate.parse(json.asString()).toEpochDay();
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(path + ": expected a date such as 2026-01-31", e);
            }
        }
        require(json.isInt(), path, "a whole number");
        return json.intValue();
    }

    private static long time(JsonNode json, String path) {
        try {
            return Instant.parse(json.asString()).toEpochMilli();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(path + ": expected a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    private static ByteBuffer decimal(Schema schema, JsonNode json, String path) {
        LogicalType type = schema.getLogicalType();
        require(json.isNumber() && type instanceof LogicalTypes.Decimal, path, "a decimal number");
        BigDecimal number =
                json.decimalValue().setScale(((LogicalTypes.Decimal) type).getScale(), RoundingMode.UNNECESSARY);
        return new Conversions.DecimalConversion().toBytes(number, schema, type);
    }

    private static String path(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }

    private static void require(boolean holds, String path, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(path + ": expected " + expected);
        }
    }
}
