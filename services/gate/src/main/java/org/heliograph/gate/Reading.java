package org.heliograph.gate;

import java.nio.ByteBuffer;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.sharing.SharingDecision.Refused;
import org.jspecify.annotations.Nullable;

/** What could be read of an outbox record. */
sealed interface Reading {

    /** Not even a dispatch. */
    record Nothing(Refused refusal) implements Reading {}

    /** A dispatch with an event that cannot be read whole; the envelope is there if it could be read that far. */
    record Broken(Dispatch dispatch, @Nullable Envelope envelope, Refused refusal) implements Reading {}

    /**
     * All of it.
     *
     * @param event the event in the wire format, as the originator wrote it
     * @param content what the signature should cover; null where such an event cannot be signed
     * @param contents what is judged of it beside the envelope
     */
    record Whole(
            Dispatch dispatch,
            Envelope envelope,
            WriterSchema schema,
            ByteBuffer event,
            @Nullable SignedContent content,
            Contents contents)
            implements Reading {}
}
