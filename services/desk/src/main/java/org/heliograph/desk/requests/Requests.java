package org.heliograph.desk.requests;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.events.RequestState;

/**
 * The requests of this party, sent and received, and where each stands at each addressee. All within the transaction of
 * the caller.
 */
interface Requests {

    /** Whether it was new. */
    boolean insert(CooperationRequest request);

    /** As submitted, and no step taken. */
    void insertStanding(CooperationRequest request, String addressee);

    /** The request; nobody else changes where it stands until the transaction ends. */
    Optional<CooperationRequest> lock(UUID requestId);

    /** By addressee. */
    List<Standing> standings(UUID requestId);

    void update(UUID requestId, Standing standing);

    void updateOverall(UUID requestId, RequestState overall);
}
