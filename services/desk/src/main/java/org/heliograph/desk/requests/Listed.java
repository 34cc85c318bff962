package org.heliograph.desk.requests;

import java.util.List;
import org.heliograph.cooperation.RollUp;
import org.heliograph.events.RequestState;

/** A request in a list, with where it stands at each addressee. */
public record Listed(CooperationRequest request, List<Standing> standings) {

    public Listed {
        standings = List.copyOf(standings);
    }

    /** Over all addressees. */
    public RequestState state() {
        return RollUp.overall(standings.stream().map(Standing::state).toList());
    }
}
