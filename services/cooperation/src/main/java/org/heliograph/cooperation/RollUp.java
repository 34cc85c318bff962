package org.heliograph.cooperation;

import java.util.Collection;
import java.util.List;
import org.heliograph.events.RequestState;

/** How a request stands over all its addressees. */
public final class RollUp {

    private static final List<RequestState> FURTHEST_FIRST = List.of(
            RequestState.FULFILLED,
            RequestState.IN_PROGRESS,
            RequestState.ACCEPTED,
            RequestState.INFO_NEEDED,
            RequestState.ASSIGNED,
            RequestState.POSTPONED,
            RequestState.ACKNOWLEDGED,
            RequestState.SUBMITTED,
            RequestState.DECLINED,
            RequestState.WITHDRAWN,
            RequestState.CLOSED);

    private RollUp() {}

    /**
     * The furthest that any addressee has come who helps or may still help, where one that waits for the requester goes
     * before one that only has it; where none may, declined if any declined, else withdrawn; closed when all are.
     *
     * @param states one for each addressee
     * @throws IllegalArgumentException when there is none: a request has an addressee
     */
    public static RequestState overall(Collection<RequestState> states) {
        return FURTHEST_FIRST.stream()
                .filter(states::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a request has at least one addressee"));
    }
}
