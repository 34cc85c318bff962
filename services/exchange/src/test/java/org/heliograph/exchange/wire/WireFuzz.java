package org.heliograph.exchange.wire;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryData;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Receipt;
import org.heliograph.events.Redelivery;
import org.heliograph.sharing.fuzz.Choices;
import org.heliograph.sharing.fuzz.Values;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.PolicyCompiler;

/**
 * Reads changed values of all registered schemas: it ends with a value or with our own exception, in bounded memory.
 */
public final class WireFuzz {

    private static final String TOPIC = "inbox.xa.alerts";

    /** What a text says in these values, and no message may repeat. */
    private static final String SECRET = "Port Alpha";

    private static final List<Schema> SCHEMAS = schemas();
    private static final SchemaLookup LOOKUP = new Known();

    // What Avro sets aside for claims that it still believes, each up to its limits; and then for each byte that is
    // there.
    private static final long BASE = 8L << 20;
    private static final long FOR_EACH_BYTE = 500;

    // As Avro writes them: 100 million, the limits and one more, and the largest and smallest numbers that there are.
    private static final List<byte[]> CLAIMS = Stream.of(
                    100_000_000L,
                    -100_000_000L,
                    (long) AvroLimits.MAX_ITEMS,
                    AvroLimits.MAX_ITEMS + 1L,
                    (long) AvroLimits.MAX_STRING,
                    (long) AvroLimits.MAX_BYTES,
                    AvroLimits.MAX_BYTES + 1L,
                    (long) Integer.MAX_VALUE,
                    Long.MAX_VALUE,
                    Long.MIN_VALUE)
            .map(WireFuzz::claim)
            .toList();

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    interface Decoder {

        Object decode(byte[] value);
    }

    private static final List<Decoder> DECODERS = List.of(
            value -> new EventDeserializer(LOOKUP).read(TOPIC, value),
            value -> new GenericEventDeserializer(LOOKUP).read(TOPIC, value),
            value -> new EventReader(LOOKUP).read(TOPIC, value).envelope(),
            value -> new EventReader(LOOKUP).read(TOPIC, value).as(Dispatch.class));

    static {
        // Readers are made once for each schema; that is no part of what one value costs.
        SCHEMAS.forEach(schema -> {
            byte[] nothing = WireValue.join(SCHEMAS.indexOf(schema), new byte[0]);
            DECODERS.forEach(decoder -> outcome(decoder, nothing));
        });
    }

    private WireFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] value = value(new Choices(input));
        DECODERS.forEach(decoder -> check(decoder, value));
    }

    /** Makes room for as many recipients as a dispatch says that it has. */
    public static final class Trusting {

        /** Enough to be noticed, and not to end the process. */
        private static final int MOST = 10_000_000;

        private Trusting() {}

        public static void fuzzerTestOneInput(byte[] input) {
            check(Trusting::decode, value(new Choices(input)));
        }

        static Object decode(byte[] value) {
            WireValue split = new TopicSchemas(LOOKUP, TOPIC).split(value);
            if (split.schemaId() != SCHEMAS.indexOf(EventSchemas.of(Dispatch.class))) {
                return List.of();
            }
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(split.binary(), null);
            try {
                long seq = decoder.readLong();
                List<Long> read = new ArrayList<>(Math.clamp(decoder.readLong(), 0, MOST));
                read.add(seq);
                return read;
            } catch (IOException e) {
                throw malformed();
            }
        }
    }

    /** Lets through what Avro throws. */
    public static final class Leaking {

        private Leaking() {}

        public static void fuzzerTestOneInput(byte[] input) {
            check(Leaking::decode, value(new Choices(input)));
        }

        static Object decode(byte[] value) {
            WireValue split = new TopicSchemas(LOOKUP, TOPIC).split(value);
            Schema schema = new TopicSchemas(LOOKUP, TOPIC).byId(split.schemaId());
            try {
                return AvroReaders.of(GenericRecord.class, schema)
                        .read(null, DecoderFactory.get().binaryDecoder(split.binary(), null));
            } catch (IOException e) {
                throw malformed();
            }
        }
    }

    private static MalformedEventException malformed() {
        return new MalformedEventException(TOPIC, null, null, new MalformedValueException("it ends too early"));
    }

    static void check(Decoder decoder, byte[] value) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        String message = outcome(decoder, value);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (allocated > BASE + FOR_EACH_BYTE * value.length) {
            throw new AssertionError("%d bytes of memory for %d bytes".formatted(allocated, value.length));
        }
        if (message.contains(SECRET)) {
            throw new AssertionError("the message repeats what the value says: " + message);
        }
    }

    /** What its exception says, and nothing where there is a value. Other exceptions go through. */
    private static String outcome(Decoder decoder, byte[] value) {
        try {
            decoder.decode(value);
            return "";
        } catch (WireException e) {
            return e + " " + e.getCause();
        }
    }

    private static byte[] value(Choices choices) {
        if (choices.rarely()) {
            return choices.rest();
        }
        int id = choices.below(SCHEMAS.size());
        Values values = new Values(choices, List.of(SECRET, ""));
        byte[] binary = AvroBinary.encode(values.record(SCHEMAS.get(id)));
        for (int change = choices.below(4); change > 0; change--) {
            binary = changed(binary, choices);
        }
        return WireValue.join(choices.rarely() ? choices.below(1 << 16) : id, binary);
    }

    private static byte[] changed(byte[] binary, Choices choices) {
        int at = choices.below(Math.min(binary.length + 1, 1 << 16));
        return switch (choices.below(5)) {
            case 0 -> joined(Arrays.copyOf(binary, at), choices.bytes(1), from(binary, at + 1));
            case 1 -> Arrays.copyOf(binary, at);
            case 2 -> joined(Arrays.copyOf(binary, at), from(binary, Math.max(0, at - choices.below(64))));
            case 3 -> joined(Arrays.copyOf(binary, at), choices.bytes(16), from(binary, at));
            default -> joined(Arrays.copyOf(binary, at), choices.one(CLAIMS), from(binary, at));
        };
    }

    private static byte[] claim(long number) {
        byte[] bytes = new byte[10];
        return Arrays.copyOf(bytes, BinaryData.encodeLong(number, bytes, 0));
    }

    private static byte[] from(byte[] bytes, int begin) {
        return Arrays.copyOfRange(bytes, Math.min(begin, bytes.length), bytes.length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer joined = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    private static List<Schema> schemas() {
        Stream<String> events = PolicyCompiler.compile(Path.of("../../deploy/policy")).events().values().stream()
                .map(EventPolicy::schema);
        Stream<Schema> spine = Stream.of(Dispatch.class, Receipt.class, AuditDecision.class, Redelivery.class)
                .map(EventSchemas::of);
        return Stream.concat(events.map(WireFuzz::schema), spine).toList();
    }

    private static Schema schema(String name) {
        try {
            return EventSchemas.of(Class.forName(name).asSubclass(SpecificRecord.class));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Known implements SchemaLookup {

        @Override
        public OptionalInt idOf(Schema schema) {
            return SCHEMAS.contains(schema) ? OptionalInt.of(SCHEMAS.indexOf(schema)) : OptionalInt.empty();
        }

        @Override
        public Optional<Schema> byId(int id) {
            return id >= 0 && id < SCHEMAS.size() ? Optional.of(SCHEMAS.get(id)) : Optional.empty();
        }
    }
}
