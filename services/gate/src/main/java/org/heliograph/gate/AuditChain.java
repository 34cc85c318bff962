package org.heliograph.gate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.heliograph.events.AuditDecision;
import org.heliograph.exchange.audit.ChainHash;
import org.heliograph.exchange.wire.AvroBinary;

/**
 * The hash chain over the decisions on one outbox partition. Each link names the hash of the link before and is itself
 * hashed, so that nothing can be changed, removed from the middle or put in another order without being seen. What was
 * cut off at the end is seen by comparing the last link with the gate's own state. Written here, checked by
 * {@link org.heliograph.exchange.audit.ChainCheck}. Pure functions, any thread.
 */
final class AuditChain {

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
        String hash = ChainHash.sha256(unsealed);
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
}
