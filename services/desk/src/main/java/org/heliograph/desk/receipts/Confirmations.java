package org.heliograph.desk.receipts;

import java.util.List;
import java.util.UUID;

/**
 * Who confirmed an event of one type, by an event of its own. A copy in an inbox confirms nothing. Any thread; in the
 * caller's transaction, if there is one.
 */
public interface Confirmations {

    /** Whether recipients of such an event have a way to confirm it. */
    boolean cover(String eventType);

    /** The first of each recipient; nobody twice. */
    List<Confirmation> of(UUID eventId);
}
