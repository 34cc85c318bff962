package org.heliograph.exchange.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.exchange.wire.AvroBinary;

/** The hashes of which the chains are made: lower-case hex SHA-256. Pure functions, any thread. */
public final class ChainHash {

    /** The hash "before" the first link. */
    public static final String NO_LINK = "0".repeat(64);

    private ChainHash() {}

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash that a link ought to carry: that of its Avro binary with the field {@code hash} empty. */
    static String of(GenericRecord link) {
        GenericRecord unsealed = new GenericData.Record(link.getSchema());
        link.getSchema().getFields().forEach(field -> unsealed.put(field.pos(), link.get(field.pos())));
        unsealed.put("hash", "");
        return sha256(AvroBinary.encode(unsealed));
    }
}
