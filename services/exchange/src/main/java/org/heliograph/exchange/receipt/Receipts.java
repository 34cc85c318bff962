package org.heliograph.exchange.receipt;

import java.util.List;
import java.util.UUID;
import org.heliograph.events.Receipt;

/**
 * The gate's answers to the party's own dispatches, as far as they have arrived. Any thread; in the caller's
 * transaction, if there is one.
 */
public interface Receipts {

    /**
     * The receipts of an event, oldest first. Empty while the gate has not answered; more than one if a dispatch was
     * repeated, of which all but one then say so, or delivered again to somebody, which its reason says.
     */
    List<Receipt> of(UUID eventId);
}
