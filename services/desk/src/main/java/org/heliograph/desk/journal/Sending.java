package org.heliograph.desk.journal;

import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.Envelope;
import org.heliograph.exchange.outbox.Outbox;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends events of the kinds that the journal keeps. An event and its entry are stored together or not at all. */
public final class Sending {

    private final Envelopes envelopes;
    private final Outbox outbox;
    private final Journal journal;
    private final Previews previews;
    private final TransactionTemplate transaction;

    Sending(Envelopes envelopes, Outbox outbox, Journal journal, Previews previews, TransactionTemplate transaction) {
        this.envelopes = envelopes;
        this.outbox = outbox;
        this.journal = journal;
        this.previews = previews;
        this.transaction = transaction;
    }

    /**
     * Sends an event, in the transaction of the caller if there is one.
     *
     * @return the id of the event
     * @throws InvalidEventException if a field breaks a rule; nothing is stored then
     */
    public <E extends SpecificRecord> UUID send(Draft<E> draft, Caller caller) {
        E event = event(draft, caller);
        Envelope envelope = (Envelope) event.get(0);
        transaction.executeWithoutResult(_ -> {
            journal.insert(draft.kind(), event, JournalDirection.OUT, envelope.getPublishedAt());
            outbox.add(event, draft.distribution());
        });
        return envelope.getEventId();
    }

    /**
     * Who would get the event if it were sent now. Stores nothing.
     *
     * @throws InvalidEventException if a field breaks a rule
     * @throws org.heliograph.desk.preview.NoPreviewException if the gate cannot be asked
     */
    public <E extends SpecificRecord> GateAnswer preview(Draft<E> draft, Caller caller) {
        return previews.of(event(draft, caller), draft.distribution());
    }

    private <E extends SpecificRecord> E event(Draft<E> draft, Caller caller) {
        E event = draft.content()
                .apply(envelopes.build(
                        draft.kind().eventType(),
                        draft.file(),
                        draft.lane(),
                        draft.type(),
                        draft.priority(),
                        draft.handling(),
                        caller,
                        draft.causation()));
        InvalidEventException.throwIfInvalid(event);
        return event;
    }
}
