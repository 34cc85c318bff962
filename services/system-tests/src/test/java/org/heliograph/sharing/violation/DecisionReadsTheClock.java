package org.heliograph.sharing.violation;

import java.time.Instant;

public class DecisionReadsTheClock {

    public boolean isOver(Instant deadline) {
        return deadline.isBefore(Instant.now());
    }
}
