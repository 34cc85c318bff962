package org.heliograph.desk.requests;

import java.util.List;
import java.util.UUID;
import org.heliograph.cooperation.RollUp;
import org.heliograph.events.Receipt;
import org.heliograph.events.RequestState;

/**
 * All that the party knows of a request.
 *
 * @param timeline numbered steps that count, in order of time
 * @param withdrawals asked for by this party
 * @param receipts of the events that this party wrote about it
 */
public record RequestFile(
        CooperationRequest request,
        List<Standing> standings,
        List<RecordedStep> timeline,
        List<Withdrawal> withdrawals,
        List<Sent> receipts) {

    public RequestFile {
        standings = List.copyOf(standings);
        timeline = List.copyOf(timeline);
        withdrawals = List.copyOf(withdrawals);
        receipts = List.copyOf(receipts);
    }

    /** Over all addressees. */
    public RequestState state() {
        return RollUp.overall(standings.stream().map(Standing::state).toList());
    }

    /** The gate's answers about an event of this party; none while it has not answered. */
    public record Sent(UUID eventId, String eventType, List<Receipt> receipts) {
        public Sent {
            receipts = List.copyOf(receipts);
        }
    }
}
