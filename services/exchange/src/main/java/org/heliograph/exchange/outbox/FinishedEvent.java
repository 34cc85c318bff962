package org.heliograph.exchange.outbox;

import org.apache.avro.Schema;
import org.heliograph.events.Envelope;

/** An event that nobody changes any more: coarsened, encoded, signed. */
final class FinishedEvent {

    private final EncodedEvent event;
    private final String signature;

    FinishedEvent(EncodedEvent event, String signature) {
        this.event = event;
        this.signature = signature;
    }

    Envelope envelope() {
        return event.envelope();
    }

    Schema schema() {
        return event.schema();
    }

    String fingerprint() {
        return event.fingerprint();
    }

    byte[] binary() {
        return event.binary();
    }

    String signature() {
        return signature;
    }
}
