package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.RequestClock;
import org.heliograph.cooperation.State;

/**
 * By when this party owes what, and when the clock of a request acts next: derived from the steps, kept for looking up.
 */
interface Deadlines {

    /** In the transaction of the caller. */
    void set(UUID requestId, String party, State state, RequestClock.Reading reading);

    /** Requests whose clocks have something to do, longest due first. */
    List<UUID> due(String party, Instant now, int most);

    /** The request, locked until the transaction of the caller ends; empty while somebody else is at it. */
    Optional<CooperationRequest> lockIfFree(UUID requestId);
}
