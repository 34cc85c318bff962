package org.heliograph.iom.research;

import static org.heliograph.iom.research.Indicator.CHILDREN;
import static org.heliograph.iom.research.Indicator.DEAD;
import static org.heliograph.iom.research.Indicator.INCIDENTS;
import static org.heliograph.iom.research.Indicator.MEN;
import static org.heliograph.iom.research.Indicator.MISSING;
import static org.heliograph.iom.research.Indicator.SURVIVORS;
import static org.heliograph.iom.research.Indicator.WOMEN;

import java.util.EnumMap;
import java.util.Map;

/**
 * Decides which figures of a group and month may be read (R13). It depends on nothing else, and no total over groups,
 * months or indicators is ever published; so all that a reader can calculate with lies within one group and month:
 * women and men are at most the dead and missing, and so are children; and incidents are hardly more. The rules see to
 * it that even so each hidden figure may be anything from 0 to 10, as far as readers can tell who know these rules.
 */
final class Disclosure {

    /** Fewer persons than this are not told. */
    static final int FEWEST = 11;

    private Disclosure() {}

    static Map<Indicator, Cell> release(Tally tally) {
        Map<Indicator, Cell> cells = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            cells.put(indicator, Cell.SUPPRESSED);
        }
        int dead = tell(cells, tally, DEAD);
        int missing = tell(cells, tally, MISSING);
        tell(cells, tally, SURVIVORS);
        // All that readers know for certain of the number of dead and missing is that it is at least this.
        int known = dead + missing;
        sexes(cells, tally, known);
        // Whoever is left, here the adults, must be enough to hide among, too.
        if (tally.of(CHILDREN) + FEWEST <= known) {
            tell(cells, tally, CHILDREN);
        }
        incidents(cells, tally, known);
        return cells;
    }

    private static void sexes(Map<Indicator, Cell> cells, Tally tally, int known) {
        boolean women = tally.of(WOMEN) >= FEWEST;
        boolean men = tally.of(MEN) >= FEWEST;
        int told = (women ? tally.of(WOMEN) : 0) + (men ? tally.of(MEN) : 0);
        if (told + FEWEST <= known) {
            tell(cells, tally, WOMEN);
            tell(cells, tally, MEN);
        }
    }

    /** Its n is of the figures beside it; nearly as many incidents as persons, or more, would tell of hidden ones. */
    private static void incidents(Map<Indicator, Cell> cells, Tally tally, int known) {
        int incidents = tally.of(INCIDENTS);
        if (incidents >= FEWEST && incidents + FEWEST <= known) {
            cells.put(INCIDENTS, Cell.of(incidents, known));
        }
    }

    private static int tell(Map<Indicator, Cell> cells, Tally tally, Indicator indicator) {
        int value = tally.of(indicator);
        if (value < FEWEST) {
            return 0;
        }
        cells.put(indicator, Cell.of(value, value));
        return value;
    }
}
