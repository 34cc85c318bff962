package org.heliograph.desk.requests;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what the clocks of this party's instances say is due. What was done stands in the steps, which are read with the
 * request locked, so that neither a second service nor a restart does it twice.
 */
public final class ClockRound {

    private static final Logger log = LoggerFactory.getLogger(ClockRound.class);
    private static final int AT_ONCE = 200;

    private final String party;
    private final Clocks clocks;
    private final Deadlines deadlines;
    private final Casework casework;
    private final TransactionOperations transaction;

    ClockRound(String party, Clocks clocks, Deadlines deadlines, Casework casework, TransactionOperations transaction) {
        this.party = party;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.casework = casework;
        this.transaction = transaction;
    }

    /**
     * Looks once at all clocks that have something to do, up to 200; each request in a transaction of its own. A
     * request that somebody else is at is left to them or to the next round.
     */
    public void go() {
        deadlines.due(party, clocks.now(), AT_ONCE).forEach(this::keepTime);
    }

    private void keepTime(UUID requestId) {
        try {
            transaction.executeWithoutResult(
                    _ -> deadlines.lockIfFree(requestId).ifPresent(casework::keepTime));
        } catch (RuntimeException e) {
            // One request that fails must not stop the clocks of the others.
            log.atError().addKeyValue("requestId", requestId).setCause(e).log("clock failed");
        }
    }
}
