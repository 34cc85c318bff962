package org.heliograph.exchange.outbox;

import org.apache.avro.Schema;
import org.heliograph.events.Envelope;

/** An event that nobody changes any more: coarsened, encoded, signed. */
final class FinishedEvent {

    private final Envelope envelope;
    private final Schema schema;
    private final String fingerprint;
    private final byte[] binary;
    private final String signature;

    FinishedEvent(Envelope envelope, Schema schema, String fingerprint, byte[] binary, String signature) {
        this.envelope = envelope;
        this.schema = schema;
        this.fingerprint = fingerprint;
        this.binary = binary;
        this.signature = signature;
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

    String signature() {
        return signature;
    }
}
