package org.heliograph.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.wire.AvroBinary;

/**
 * The hash chain over the decisions on one outbox partition. Each link names the hash of the link before and is itself
 * hashed, so that nothing can be changed, removed from the middle or put in another order without being seen. What was
 * cut off at the end is seen by comparing the last link with the gate's own state. Pure functions, any thread.
 */
public final class AuditChain {

    /** The hash "before" the first link. */
    public static final String NO_LINK = "0".repeat(64);

    private AuditChain() {}

    /**
     * A link as it is written.
     *
     * @param binary Avro binary of the whole {@link AuditDecision}
     */
    record Link(long index, String hash, ByteBuffer binary) {}

    /** Completes a draft to the link after {@code state}: sets index, previous hash and hash. */
    static Link link(PartitionState state, AuditDecision.Builder draft) {
        long index = state.chainIndex() + 1;
        byte[] unsealed = AvroBinary.encode(draft.setIndex(index)
                .setPreviousHash(state.chainHead())
                .setHash("")
                .build());
        String hash = sha256(unsealed);
        return new Link(index, hash, sealed(unsealed, hash));
    }

    // The hash is the last field, and the only one that differs: its length, 64 as Avro writes it, stands in the place
    // of the 0 of the empty one.
    private static ByteBuffer sealed(byte[] unsealed, String hash) {
        byte[] text = hash.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(unsealed.length - 1 + 2 + text.length)
                .put(unsealed, 0, unsealed.length - 1)
                .put((byte) 0x80)
                .put((byte) 0x01)
                .put(text)
                .flip();
    }

    /**
     * Checks links as they lie in {@code audit.decisions}.
     *
     * @param links in the order of one partition of the topic, from its first record on, each decoded by the schema
     *     that it was written with; may hold several chains
     * @return what is wrong, one line for each problem that names chain and index; empty if all chains are whole
     */
    public static List<String> problems(Iterable<? extends GenericRecord> links) {
        List<String> problems = new ArrayList<>();
        Map<String, Place> heads = new HashMap<>();
        for (GenericRecord link : links) {
            String chain = text(link, "chain");
            Place expected = heads.getOrDefault(chain, Place.START).next();
            long index = (long) link.get("index");
            String hash = text(link, "hash");
            if (index != expected.index()) {
                problems.add("chain=%s index=%d: expected index %d".formatted(chain, index, expected.index()));
            }
            if (!text(link, "previousHash").equals(expected.hash())) {
                problems.add("chain=%s index=%d: does not continue the link before".formatted(chain, index));
            }
            if (!hashOf(link).equals(hash)) {
                problems.add("chain=%s index=%d: was changed after it was written".formatted(chain, index));
            }
            heads.put(chain, new Place(index, hash));
        }
        return problems;
    }

    private static String hashOf(GenericRecord link) {
        GenericRecord unsealed = new GenericData.Record(link.getSchema());
        link.getSchema().getFields().forEach(field -> unsealed.put(field.pos(), link.get(field.pos())));
        unsealed.put("hash", "");
        return sha256(AvroBinary.encode(unsealed));
    }

    private static String text(GenericRecord link, String field) {
        return link.get(field).toString();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Place(long index, String hash) {

        static final Place START = new Place(0, NO_LINK);

        Place next() {
            return new Place(index + 1, hash);
        }
    }
}
