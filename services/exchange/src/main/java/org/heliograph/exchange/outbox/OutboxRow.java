package org.heliograph.exchange.outbox;

import java.nio.ByteBuffer;
import java.util.List;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.wire.WireValue;
import org.jspecify.annotations.Nullable;

/** A row that waits to be sent. */
final class OutboxRow {

    private final long id;
    private final String contextId;
    private final List<String> releasableTo;
    private final List<String> notReleasableTo;
    private final String fingerprint;
    private final byte[] event;
    private final String signature;
    private final @Nullable String traceparent;

    OutboxRow(
            long id,
            String contextId,
            List<String> releasableTo,
            List<String> notReleasableTo,
            String fingerprint,
            byte[] event,
            String signature,
            @Nullable String traceparent) {
        this.id = id;
        this.contextId = contextId;
        this.releasableTo = releasableTo;
        this.notReleasableTo = notReleasableTo;
        this.fingerprint = fingerprint;
        this.event = event;
        this.signature = signature;
        this.traceparent = traceparent;
    }

    long id() {
        return id;
    }

    String contextId() {
        return contextId;
    }

    String fingerprint() {
        return fingerprint;
    }

    @Nullable
    String traceparent() {
        return traceparent;
    }

    Dispatch dispatch(long seq, int schemaId) {
        return Dispatch.newBuilder()
                .setSeq(seq)
                .setDistribution(Distribution.newBuilder()
                        .setReleasableTo(releasableTo)
                        .setNotReleasableTo(notReleasableTo)
                        .build())
                .setEvent(ByteBuffer.wrap(WireValue.join(schemaId, event)))
                .setSignature(signature)
                .build();
    }
}
