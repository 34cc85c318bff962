package org.heliograph.exchange.inbox;

import org.apache.avro.specific.SpecificRecord;

/**
 * Applies one type of event to the party's own state; a bean for each type. What has no handler is recorded as seen and
 * skipped.
 *
 * <p>Called on a consumer thread, inside the transaction that records the event id as seen: both commit or neither
 * does, so each event applies once however often it arrives. Events of one case arrive in order.
 *
 * <p>What is public comes to everybody, its originator included. One case may come over the inbox and over the public
 * topic; between the two there is no order.
 *
 * <p>If it throws for a passing trouble of the database, it is called again; a database that is down stops the consumer
 * until it is back. If it throws anything else, the event becomes a dead letter, and later events of the same case wait
 * behind it.
 *
 * @param <E> the generated class
 */
public interface InboxHandler<E extends SpecificRecord> {

    /** The generated class that it takes. No two handlers take the same. */
    Class<E> eventClass();

    /** Applies an event. Must not commit, and must not do what cannot be rolled back. */
    void handle(E event, Delivery delivery);
}
