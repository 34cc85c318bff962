package org.heliograph.exchange.outbox;

import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SignedContent;

/** Signs what has the form of an event. */
final class EventFinisher {

    private final EventForm form;
    private final EventSigner signer;

    EventFinisher(String party, EventSigner signer) {
        this.form = new EventForm(party);
        this.signer = signer;
    }

    FinishedEvent finish(SpecificRecord event, Distribution distribution) {
        EncodedEvent encoded = form.encode(event, distribution);
        return new FinishedEvent(
                encoded, signer.sign(SignedContent.of(encoded.envelope(), encoded.fingerprint(), encoded.binary())));
    }
}
