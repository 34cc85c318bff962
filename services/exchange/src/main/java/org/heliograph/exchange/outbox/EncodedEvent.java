package org.heliograph.exchange.outbox;

import org.apache.avro.Schema;
import org.heliograph.events.Envelope;

/** An event as it would be signed: coarsened and encoded. */
final class EncodedEvent {

    private final Envelope envelope;
    private final Schema schema;
    private final String fingerprint;
    private final byte[] binary;

    EncodedEvent(Envelope envelope, Schema schema, String fingerprint, byte[] binary) {
        this.envelope = envelope;
        this.schema = schema;
        this.fingerprint = fingerprint;
        this.binary = binary;
    }

    Envelope envelope() {
        return envelope;
    }

    Schema schema() {
        return schema;
    }

    String fingerprint() {
        return fingerprint;
    }

    byte[] binary() {
        return binary;
    }
}
