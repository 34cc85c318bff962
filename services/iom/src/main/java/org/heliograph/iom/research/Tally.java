package org.heliograph.iom.research;

import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one group and month add up to. Never leaves IOM as it is: see {@link Disclosure}.
 *
 * @param sums without those that no record states
 */
record Tally(Group group, YearMonth month, Map<Indicator, Integer> sums) {

    Tally {
        sums = Collections.unmodifiableMap(new EnumMap<>(sums));
    }

    static Tally empty(Group group, YearMonth month) {
        return new Tally(group, month, new EnumMap<>(Map.of(Indicator.INCIDENTS, 0)));
    }

    Tally plus(Counts counts) {
        Map<Indicator, Integer> more = new EnumMap<>(sums);
        add(more, Indicator.DEAD, counts.dead());
        add(more, Indicator.MISSING, counts.missing());
        add(more, Indicator.SURVIVORS, counts.survivors());
        add(more, Indicator.WOMEN, counts.women());
        add(more, Indicator.MEN, counts.men());
        add(more, Indicator.CHILDREN, counts.children());
        add(more, Indicator.INCIDENTS, 1);
        return new Tally(group, month, more);
    }

    /** The sum; 0 also where no record states it, which is hidden together with all small sums. */
    int of(Indicator indicator) {
        return sums.getOrDefault(indicator, 0);
    }

    private static void add(Map<Indicator, Integer> sums, Indicator indicator, @Nullable Integer count) {
        if (count != null) {
            sums.merge(indicator, count, Math::addExact);
        }
    }
}
