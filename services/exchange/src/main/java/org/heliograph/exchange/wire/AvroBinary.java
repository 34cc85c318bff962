package org.heliograph.exchange.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Envelope;

/**
 * Avro binary without a registry: whoever calls knows the writer's schema. Pure functions, any thread, bounded by
 * {@link AvroLimits}. Each decoding function ends with a value or with {@link MalformedValueException}, whatever the
 * bytes are.
 */
public final class AvroBinary {

    /** The first field of every event. */
    public static final String ENVELOPE_FIELD = "envelope";

    private static final ClassValue<DatumWriter<IndexedRecord>> SPECIFIC_WRITERS = new ClassValue<>() {
        @Override
        protected DatumWriter<IndexedRecord> computeValue(Class<?> type) {
            SpecificData data = SpecificData.getForClass(type);
            return new SpecificDatumWriter<>(data.getSchema(type), data);
        }
    };

    static {
        AvroLimits.enforce();
    }

    private AvroBinary() {}

    /** Encodes a generated or generic record by its own schema. */
    public static byte[] encode(IndexedRecord event) {
        DatumWriter<IndexedRecord> writer = event instanceof SpecificRecord specific
                ? SPECIFIC_WRITERS.get(specific.getClass())
                : new GenericDatumWriter<>(event.getSchema());
        var bytes = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            writer.write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Decodes a whole value generically; nothing may be left over.
     *
     * @param writer the schema that it was written with, a record
     */
    public static GenericRecord decode(Schema writer, byte[] binary) {
        return whole(GenericRecord.class, writer, binary);
    }

    /**
     * Decodes a whole value into a generated class; nothing may be left over.
     *
     * @param writer the schema that it was written with, which may be another version than the class's
     */
    public static <T extends SpecificRecord> T decode(Class<T> type, Schema writer, byte[] binary) {
        return whole(type, writer, binary);
    }

    /**
     * Decodes the {@link Envelope} alone, without looking at what follows it.
     *
     * @param writer the schema of the whole event
     * @throws MalformedValueException also if the schema's first field is no envelope
     */
    public static Envelope envelope(Schema writer, byte[] binary) {
        Schema field = envelopeField(writer);
        try {
            return AvroReaders.of(Envelope.class, field).read(null, decoder(binary));
        } catch (IOException | RuntimeException e) {
            throw malformed(field, e);
        }
    }

    private static Schema envelopeField(Schema writer) {
        List<Schema.Field> fields = writer.getType() == Schema.Type.RECORD ? writer.getFields() : List.of();
        if (fields.isEmpty() || !fields.getFirst().name().equals(ENVELOPE_FIELD)) {
            throw new MalformedValueException(writer.getFullName() + " does not start with a field " + ENVELOPE_FIELD);
        }
        return fields.getFirst().schema();
    }

    private static <T extends IndexedRecord> T whole(Class<T> type, Schema writer, byte[] binary) {
        BinaryDecoder decoder = decoder(binary);
        T event;
        boolean end;
        try {
            event = AvroReaders.of(type, writer).read(null, decoder);
            end = decoder.isEnd();
        } catch (IOException | RuntimeException e) {
            throw malformed(writer, e);
        }
        if (!end) {
            throw new MalformedValueException("Bytes are left over after " + writer.getFullName());
        }
        return event;
    }

    private static BinaryDecoder decoder(byte[] binary) {
        return DecoderFactory.get().binaryDecoder(binary, null);
    }

    // The cause's text can quote what it read, so only its class goes on.
    private static MalformedValueException malformed(Schema schema, Exception cause) {
        return new MalformedValueException(
                "Not a valid " + schema.getFullName() + ": " + cause.getClass().getSimpleName());
    }
}
