package org.heliograph.desk.journal;

import org.apache.avro.specific.SpecificRecord;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;

/** Keeps each event of a kind that comes. */
public final class JournalHandler<E extends SpecificRecord> implements InboxHandler<E> {

    private final Journal journal;
    private final JournalKind<E> kind;

    public JournalHandler(Journal journal, JournalKind<E> kind) {
        this.journal = journal;
        this.kind = kind;
    }

    @Override
    public Class<E> eventClass() {
        return kind.eventClass();
    }

    @Override
    public void handle(E event, Delivery delivery) {
        journal.insert(kind, event, JournalDirection.IN, delivery.receivedAt());
    }
}
