package org.heliograph.desk.publications;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Envelope;
import org.heliograph.events.MessageType;
import org.heliograph.exchange.inbox.Delivery;
import org.heliograph.exchange.inbox.InboxHandler;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the last version of each publication of others. Whatever the party itself made public comes back over the
 * public topic; it has that already.
 */
final class PublicationHandler<E extends SpecificRecord> implements InboxHandler<E> {

    private final Class<E> eventClass;
    private final Function<E, UUID> subject;
    private final Shelf shelf;

    PublicationHandler(Class<E> eventClass, Function<E, UUID> subject, Shelf shelf) {
        this.eventClass = eventClass;
        this.subject = subject;
        this.shelf = shelf;
    }

    /** What all handlers of publications share. */
    record Shelf(
            String party, Publications publications, JsonMapper json, ObjectProvider<PublicationListener> listeners) {}

    @Override
    public Class<E> eventClass() {
        return eventClass;
    }

    @Override
    public void handle(E event, Delivery delivery) {
        Envelope envelope = (Envelope) event.get(0);
        Content said = Content.of(event);
        Publication publication = received(envelope, subject.apply(event), said, delivery);
        if (!envelope.getOriginatorParty().equals(shelf.party())) {
            shelf.publications().put(publication, said);
        }
        shelf.listeners().orderedStream().forEach(listener -> listener.came(publication, said, delivery));
    }

    private Publication received(Envelope envelope, UUID id, Content said, Delivery delivery) {
        return new Publication(
                id,
                said.publicationType(),
                Publication.Direction.IN,
                envelope.getOriginatorParty(),
                envelope.getEventId(),
                0,
                envelope.getStatus(),
                envelope.getMsgType() == MessageType.CANCEL,
                envelope.getPublishedAt(),
                delivery.receivedAt(),
                handling(envelope),
                List.of(),
                List.of(),
                shelf.json().valueToTree(said));
    }

    private static Handling handling(Envelope envelope) {
        Handling handling = Handling.of(envelope);
        return new Handling(
                handling.tlp(),
                handling.codes(),
                StorableText.orNull(handling.note()),
                handling.purposes(),
                handling.retainUntil(),
                handling.containsPersonalData());
    }
}
