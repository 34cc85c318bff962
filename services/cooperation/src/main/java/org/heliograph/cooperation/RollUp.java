package org.heliograph.cooperation;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heliograph.events.RequestState;

/**
 * How a request stands over all its addressees.
 *
 * @param overall the furthest that any addressee has come who may still help; where none may, declined if any declined
 * @param addressees how many addressees stand where; states in which nobody stands are absent
 */
public record RollUp(RequestState overall, Map<RequestState, Integer> addressees) {

    private static final List<RequestState> FURTHEST_FIRST = List.of(
            RequestState.ACCEPTED,
            RequestState.ACKNOWLEDGED,
            RequestState.SUBMITTED,
            RequestState.DECLINED,
            RequestState.WITHDRAWN);

    public RollUp {
        addressees = Collections.unmodifiableMap(new EnumMap<>(addressees));
    }

    /**
     * Over the state at each addressee.
     *
     * @throws IllegalArgumentException when there is none: a request has an addressee
     */
    public static RollUp of(Collection<State> states) {
        Map<RequestState, Integer> counts = new EnumMap<>(RequestState.class);
        states.forEach(state -> counts.merge(state.name(), 1, Integer::sum));
        RequestState overall = FURTHEST_FIRST.stream()
                .filter(counts::containsKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a request has at least one addressee"));
        return new RollUp(overall, counts);
    }
}
