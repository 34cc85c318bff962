package org.heliograph.desk.requests;

import java.util.List;
import org.heliograph.cooperation.RollUp;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list, with where it stands at each addressee.
 *
 * @param deadline of this party; null where it owes nothing, and in lists that do not look
 */
public record Listed(
        CooperationRequest request,
        List<Standing> standings,
        @Nullable DeadlineReading deadline) {

    public Listed {
        standings = List.copyOf(standings);
    }

    /** Over all addressees. */
    public RequestState state() {
        return RollUp.overall(standings.stream().map(Standing::state).toList());
    }
}
