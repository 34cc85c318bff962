package org.heliograph.exchange.wire;

import java.nio.ByteBuffer;

/**
 * A value in the Confluent wire format, taken apart: a zero byte, the schema id as 4 bytes big-endian, then Avro
 * binary. Holds its bytes without copying them; nobody changes them.
 */
public final class WireValue {

    private static final byte MAGIC = 0;
    private static final int PREFIX = 5;

    private final int schemaId;
    private final byte[] value;

    private WireValue(int schemaId, byte[] value) {
        this.schemaId = schemaId;
        this.value = value;
    }

    /**
     * Takes a value apart. Says nothing about whether the id exists or the binary is of that schema.
     *
     * @throws MalformedValueException if the prefix is missing or is not ours
     */
    public static WireValue split(byte[] value) {
        if (value.length < PREFIX) {
            throw new MalformedValueException("Value has " + value.length + " bytes, expected at least " + PREFIX);
        }
        if (value[0] != MAGIC) {
            throw new MalformedValueException("Value starts with byte " + value[0] + ", expected " + MAGIC);
        }
        return new WireValue(ByteBuffer.wrap(value, 1, 4).getInt(), value);
    }

    /** Takes the remaining bytes of a buffer apart, as {@link #split(byte[])} does; the buffer keeps its position. */
    public static WireValue split(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return split(bytes);
    }

    /** Puts the prefix before Avro binary. */
    public static byte[] join(int schemaId, byte[] binary) {
        return ByteBuffer.allocate(PREFIX + binary.length)
                .put(MAGIC)
                .putInt(schemaId)
                .put(binary)
                .array();
    }

    public int schemaId() {
        return schemaId;
    }

    /** The Avro binary, as a copy. */
    public byte[] binary() {
        byte[] binary = new byte[value.length - PREFIX];
        System.arraycopy(value, PREFIX, binary, 0, binary.length);
        return binary;
    }

    /** Length of the Avro binary in bytes. */
    public int binaryLength() {
        return value.length - PREFIX;
    }

    @Override
    public String toString() {
        return "WireValue[schemaId=" + schemaId + ", bytes=" + binaryLength() + "]";
    }
}
