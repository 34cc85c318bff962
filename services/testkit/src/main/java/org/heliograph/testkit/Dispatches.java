package org.heliograph.testkit;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.exchange.wire.SchemaLookup;
import org.heliograph.exchange.wire.WireValue;

/** Values of an outbox topic, made by hand: right ones, and the pieces to make wrong ones from. */
public final class Dispatches {

    private final SchemaLookup schemas;

    public Dispatches(SchemaLookup schemas) {
        this.schemas = schemas;
    }

    /** A dispatch that is right in all points, if the event is. */
    public byte[] dispatch(long seq, SpecificRecord event, EventSigner signer, String... releasableTo) {
        return dispatch(seq, event(event), signature(event, signer), releasableTo);
    }

    /** As {@link #dispatch(long, SpecificRecord, EventSigner, String...)}, with exclusions. */
    public byte[] dispatch(long seq, SpecificRecord event, EventSigner signer, Distribution distribution) {
        return dispatch(seq, event(event), signature(event, signer), distribution);
    }

    /** A dispatch with any bytes for its event, and any text for its signature. */
    public byte[] dispatch(long seq, byte[] event, String signature, String... releasableTo) {
        return dispatch(seq, event, signature, new Distribution(List.of(releasableTo), List.of()));
    }

    /** As {@link #dispatch(long, byte[], String, String...)}, with exclusions. */
    public byte[] dispatch(long seq, byte[] event, String signature, Distribution distribution) {
        return encode(Dispatch.newBuilder()
                .setSeq(seq)
                .setDistribution(distribution)
                .setEvent(ByteBuffer.wrap(event))
                .setSignature(signature)
                .build());
    }

    /** The event in the wire format. */
    public byte[] event(SpecificRecord event) {
        return encode(event);
    }

    public String signature(SpecificRecord event, EventSigner signer) {
        String fingerprint = EventSchemas.fingerprintOf(event.getClass());
        return signer.sign(SignedContent.of(envelope(event), fingerprint, AvroBinary.encode(event)));
    }

    /** The partition to which the event's case belongs. */
    public static int partition(SpecificRecord event, int partitions) {
        return Partitions.of(envelope(event).getContextId(), partitions);
    }

    private byte[] encode(SpecificRecord event) {
        Schema schema = EventSchemas.of(event.getClass());
        return WireValue.join(schemas.idOf(schema).orElseThrow(), AvroBinary.encode(event));
    }

    private static Envelope envelope(SpecificRecord event) {
        return (Envelope) event.get(0);
    }
}
