package org.heliograph.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many previews run at a time: few, so that the loop keeps its share of the machine, and of one party at most half
 * of them, so that nobody keeps the others out. Who finds no place is not made to wait. Any thread.
 */
final class PreviewPlaces {

    private final int all;
    private final int ofOneParty;
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;

    PreviewPlaces(int all) {
        this.all = all;
        this.ofOneParty = Math.max(1, all / 2);
    }

    /** To be closed at the end of the preview. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    synchronized Optional<Place> take(String party) {
        if (total == all || taken.getOrDefault(party, 0) == ofOneParty) {
            return Optional.empty();
        }
        total++;
        taken.merge(party, 1, Integer::sum);
        return Optional.of(() -> giveBack(party));
    }

    private synchronized void giveBack(String party) {
        total--;
        taken.computeIfPresent(party, (_, places) -> places == 1 ? null : places - 1);
    }
}
