package org.heliograph.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * A decoded event.
 *
 * @param binary what was signed of it
 * @param value as JSON: decimals as text with all their digits, times in UTC to the millisecond, null where unknown
 */
record Event(Schemas.WriterSchema schema, byte[] binary, JsonNode value) {

    private static final int PREFIX = 5;
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Decodes a value of the wire format; nothing may be left over. */
    static Event of(byte[] value, Schemas schemas) throws NotGoodException {
        if (value.length < PREFIX || value[0] != 0) {
            throw new NotGoodException("it does not begin with a zero byte and a schema id");
        }
        int id = ByteBuffer.wrap(value, 1, 4).getInt();
        Check.get().schema(id);
        Schemas.WriterSchema schema = schemas.byId(id);
        byte[] binary = Arrays.copyOfRange(value, PREFIX, value.length);
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(binary, null);
        GenericRecord decoded;
        boolean whole;
        try {
            decoded = new GenericDatumReader<GenericRecord>(schema.schema()).read(null, decoder);
            whole = decoder.isEnd();
        } catch (IOException | RuntimeException e) {
            // Its text may quote what it read.
            throw new NotGoodException("it is none of its schema (" + e.getClass().getSimpleName() + ")");
        }
        if (!whole) {
            throw new NotGoodException("bytes are left over after it");
        }
        return new Event(schema, binary, json(schema.schema(), decoded));
    }

    String envelope(String field) {
        return value.required("envelope").required(field).asText();
    }

    private static JsonNode json(Schema schema, Object value) {
        if (schema.getLogicalType() != null) {
            return logical(schema, schema.getLogicalType(), value);
        }
        return switch (schema.getType()) {
            case UNION -> json(schema.getTypes().get(GenericData.get().resolveUnion(schema, value)), value);
            case RECORD -> {
                ObjectNode object = JSON.objectNode();
                schema.getFields()
                        .forEach(field ->
                                object.set(field.name(), json(field.schema(), ((GenericRecord) value).get(field.pos()))));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = JSON.arrayNode();
                ((Collection<?>) value).forEach(item -> array.add(json(schema.getElementType(), item)));
                yield array;
            }
            case MAP -> {
                ObjectNode object = JSON.objectNode();
                ((Map<?, ?>) value).forEach((key, item) -> object.set(key.toString(), json(schema.getValueType(), item)));
                yield object;
            }
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode((Boolean) value);
            case INT -> JSON.numberNode((Integer) value);
            case LONG -> JSON.numberNode((Long) value);
            case FLOAT -> JSON.numberNode((Float) value);
            case DOUBLE -> JSON.numberNode((Double) value);
            case BYTES -> JSON.binaryNode(bytes(value));
            case FIXED -> JSON.binaryNode(((GenericData.Fixed) value).bytes());
            case ENUM, STRING -> JSON.textNode(value.toString());
        };
    }

    private static JsonNode logical(Schema schema, LogicalType type, Object value) {
        if (type instanceof LogicalTypes.Decimal) {
            byte[] unscaled = schema.getType() == Schema.Type.FIXED ? ((GenericData.Fixed) value).bytes() : bytes(value);
            BigInteger digits = unscaled.length == 0 ? BigInteger.ZERO : new BigInteger(unscaled);
            return JSON.textNode(new BigDecimal(digits, ((LogicalTypes.Decimal) type).getScale()).toPlainString());
        }
        return switch (type.getName()) {
            case "timestamp-millis" -> JSON.textNode(TIME.format(Instant.ofEpochMilli((Long) value)));
            case "date" -> JSON.textNode(LocalDate.ofEpochDay((Integer) value).toString());
            case "uuid" -> JSON.textNode(value.toString());
            default -> throw new KitException("this kit does not know the logical type " + type.getName());
        };
    }

    private static byte[] bytes(Object value) {
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
