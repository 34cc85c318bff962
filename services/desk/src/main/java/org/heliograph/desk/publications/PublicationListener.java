package org.heliograph.desk.publications;

import org.heliograph.exchange.inbox.Delivery;

/** A service's own interest in publications that come; any number of beans. */
public interface PublicationListener {

    /**
     * A publication came, over the party's inbox or over a public topic; the party's own public ones too. Called once
     * for each event, in the transaction that records it as seen. If it throws, the event becomes a dead letter.
     */
    void came(Publication publication, Content content, Delivery delivery);
}
