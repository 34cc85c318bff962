package org.heliograph.desk.requests;

import java.util.List;
import java.util.UUID;
import org.heliograph.cooperation.RollUp;
import org.heliograph.events.Receipt;
import org.heliograph.events.RequestState;

/**
 * All that the party knows of a request.
 *
 * @param addressees of what was sent all; of what came this party alone
 * @param others of a joint matter that came: how it stands at the others who take part
 * @param timeline numbered steps that count, in order of time
 * @param receipts of the events that this party wrote about it
 */
public record RequestFile(
        CooperationRequest request,
        List<AddresseeFile> addressees,
        List<AddresseeFile> others,
        List<RecordedStep> timeline,
        List<Sent> receipts) {

    public RequestFile {
        addressees = List.copyOf(addressees);
        others = List.copyOf(others);
        timeline = List.copyOf(timeline);
        receipts = List.copyOf(receipts);
    }

    /** Over all addressees. */
    public RequestState state() {
        return RollUp.overall(addressees.stream()
                .map(addressee -> addressee.standing().state())
                .toList());
    }

    /** The gate's answers about an event of this party; none while it has not answered. */
    public record Sent(UUID eventId, String eventType, List<Receipt> receipts) {
        public Sent {
            receipts = List.copyOf(receipts);
        }
    }
}
