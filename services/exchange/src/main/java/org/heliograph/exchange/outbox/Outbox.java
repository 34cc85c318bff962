package org.heliograph.exchange.outbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;

/**
 * Where a service puts what its party says. What is added leaves if and only if the caller's transaction commits, in
 * the order of the commits for each case, each event once.
 */
public interface Outbox {

    /**
     * Finishes an event and stores it, in the caller's transaction and on its thread. Positions are coarsened (R14) to
     * 0.1 degrees, from AMBER up to 0.01; the event is encoded and signed; the caller's trace is noted. No network is
     * needed beyond the database: the relay sends it after the commit, usually within some 10 milliseconds.
     *
     * <p>Until the commit, other transactions that add to the same partition wait, so that numbers follow the order of
     * commits: add late in a transaction. Two transactions that add to several cases each may block each other;
     * Postgres then ends one with a deadlock error.
     *
     * @param event a generated event; its first field is named {@code envelope} and names this party as originator
     * @param distribution to whom, and to whom not; recipients never see it
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException if the event cannot be a valid dispatch: no envelope, another originator, a
     *     context id that does not start with the status (R17), a missing mandatory field, a field that breaks a rule
     *     of {@link org.heliograph.events.validation.EventRules}, or more than 900 000 bytes; nothing is stored
     * @throws org.springframework.dao.DuplicateKeyException if an event with this id was added before
     */
    void add(SpecificRecord event, Distribution distribution);

    /**
     * How many events of a type were added and are not in the outbox topic yet; those that are held are not counted.
     * For whoever has much to say: adding on only while this is small leaves the way free for what is urgent. On any
     * thread, inside or outside a transaction.
     */
    long waiting(String eventType);

    /**
     * The event with this id, if it was added here; whoever else used the id. On any thread, inside or outside a
     * transaction.
     */
    Optional<OwnEvent> find(UUID eventId);

    /**
     * What was added, latest first, whether or not it left yet. On any thread, inside or outside a transaction.
     *
     * @param offset how many are left out, 0 for none
     * @param most events, 1 at least
     */
    List<OwnEvent> latest(long offset, int most);
}
