package org.heliograph.cooperation;

import java.util.Collection;
import java.util.List;
import org.heliograph.events.RequestState;

/** How a request stands over all its addressees. */
public final class RollUp {

    private static final List<RequestState> FURTHEST_FIRST = List.of(
            RequestState.ACCEPTED,
            RequestState.ACKNOWLEDGED,
            RequestState.SUBMITTED,
            RequestState.DECLINED,
            RequestState.WITHDRAWN);

    private RollUp() {}

    /**
     * The furthest that any addressee has come who may still help; where none may, declined if any declined, else
     * withdrawn.
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
