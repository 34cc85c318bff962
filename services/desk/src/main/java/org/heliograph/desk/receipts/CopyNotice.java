package org.heliograph.desk.receipts;

import java.time.Instant;
import java.util.UUID;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryActor;
import org.heliograph.events.DeliveryFailure;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient said was done about its copy of an event of this party, which it could not apply.
 *
 * @param number in the database of this party
 * @param party that has the copy, or had it
 * @param eventId of the own event
 * @param eventType of the own event
 * @param reason in words; there if the copy was given up, or is to be
 * @param noticeId id of the event by which it said so
 * @param done when somebody here settled that it came back; null of what is no return, or is open
 */
public record CopyNotice(
        long number,
        String party,
        UUID eventId,
        String eventType,
        DeliveryAct act,
        DeliveryActor decidedBy,
        DeliveryFailure failure,
        @Nullable String reason,
        Instant at,
        UUID noticeId,
        @Nullable Instant done) {

    /** Whether somebody here has to do something about it: send the event anew, corrected. */
    public boolean isOpen() {
        return act == DeliveryAct.RETURNED && done == null;
    }
}
