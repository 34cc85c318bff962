package org.heliograph.iom.research;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.heliograph.events.GeoLevel;

/**
 * The attacker: looks for a world, that is figures of one group and month, which would have led to the very same
 * publication and in which a suppressed figure is a given number. If there is one for each number from 0 to 10, nothing
 * is learnt of the figure.
 */
final class Worlds {

    private static final Group GROUP = new Group(GeoLevel.ROUTE, "invented-strait", "Invented Strait");
    private static final List<Integer> GUESSES = List.of(0, 10, 1);

    private Worlds() {}

    static Tally tally(int dead, int missing, int survivors, int women, int men, int children, int incidents) {
        Map<Indicator, Integer> sums = new EnumMap<>(Indicator.class);
        sums.put(Indicator.DEAD, dead);
        sums.put(Indicator.MISSING, missing);
        sums.put(Indicator.SURVIVORS, survivors);
        sums.put(Indicator.WOMEN, women);
        sums.put(Indicator.MEN, men);
        sums.put(Indicator.CHILDREN, children);
        sums.put(Indicator.INCIDENTS, incidents);
        return new Tally(GROUP, YearMonth.of(2019, 5), sums);
    }

    /** Around the threshold, where it is hard. */
    static Tally random(Random random) {
        int dead = random.nextInt(45);
        int missing = random.nextInt(25);
        int persons = dead + missing;
        int women = random.nextInt(persons + 1);
        int men = random.nextInt(persons - women + 1);
        return tally(
                dead,
                missing,
                random.nextInt(25),
                women,
                men,
                random.nextInt(persons + 1),
                1 + random.nextInt(Math.max(1, persons)));
    }

    static Tally grown(Tally before, Random random) {
        Tally more = random(random);
        Map<Indicator, Integer> sums = new EnumMap<>(Indicator.class);
        for (Indicator indicator : Indicator.values()) {
            sums.put(indicator, before.of(indicator) + more.of(indicator) * random.nextInt(2));
        }
        Tally grown = new Tally(GROUP, before.month(), sums);
        return isPossible(grown) ? grown : before;
    }

    static Set<Indicator> exposed(Tally tally) {
        return exposed(tally, Disclosure::release);
    }

    /** The figures of which the attacker can rule out a number from 0 to 10. */
    static Set<Indicator> exposed(Tally tally, Function<Tally, Map<Indicator, Cell>> rules) {
        Map<Indicator, Cell> published = rules.apply(tally);
        return ruledOut(
                published,
                (indicator, number) -> exists(published, with(Map.of(), indicator, number), rules, _ -> true));
    }

    /**
     * The same with two publications, where no figure may fall from the earlier world to the later. What was told
     * before is many, and stays many: of that nothing is to be hidden any more.
     */
    static Set<Indicator> exposedByGrowth(Tally before, Tally after) {
        Map<Indicator, Cell> earlier = Disclosure.release(before);
        Map<Indicator, Cell> later = Disclosure.release(after);
        Map<Indicator, List<Integer>> grown = grownFrom(earlier, later);
        Set<Indicator> exposed = ruledOut(
                earlier,
                (indicator, number) -> exists(
                        earlier,
                        with(Map.of(), indicator, number),
                        Disclosure::release,
                        first -> exists(later, grown, Disclosure::release, second -> follows(first, second))));
        exposed.addAll(ruledOut(
                later,
                (indicator, number) -> told(earlier, indicator) > 0
                        || exists(
                                later,
                                with(grown, indicator, number),
                                Disclosure::release,
                                second -> exists(
                                        earlier, Map.of(), Disclosure::release, first -> follows(first, second)))));
        return exposed;
    }

    /** What the search tries: figures that were told before have grown at most to all persons that are told now. */
    private static Map<Indicator, List<Integer>> grownFrom(Map<Indicator, Cell> earlier, Map<Indicator, Cell> later) {
        int persons = told(later, Indicator.DEAD) + told(later, Indicator.MISSING);
        Map<Indicator, List<Integer>> tries = new EnumMap<>(Indicator.class);
        earlier.forEach((indicator, cell) -> {
            if (!cell.suppressed()) {
                int least = told(earlier, indicator);
                int sexes = told(earlier, Indicator.WOMEN) + told(earlier, Indicator.MEN);
                tries.put(
                        indicator,
                        Stream.of(least, persons - (sexes - least), persons - 10, persons)
                                .map(number -> Math.max(least, number))
                                .toList());
            }
        });
        return tries;
    }

    private static int told(Map<Indicator, Cell> published, Indicator indicator) {
        Integer value = published.getOrDefault(indicator, Cell.SUPPRESSED).value();
        return value == null ? 0 : value;
    }

    private static Map<Indicator, List<Integer>> with(
            Map<Indicator, List<Integer>> tries, Indicator indicator, int number) {
        Map<Indicator, List<Integer>> more = new EnumMap<>(Indicator.class);
        more.putAll(tries);
        more.put(indicator, List.of(number));
        return more;
    }

    private interface Possibility {
        boolean test(Indicator indicator, int number);
    }

    private static Set<Indicator> ruledOut(Map<Indicator, Cell> published, Possibility possible) {
        Set<Indicator> exposed = EnumSet.noneOf(Indicator.class);
        published.forEach((indicator, cell) -> {
            // That there is a figure at all tells of one incident.
            int least = indicator == Indicator.INCIDENTS ? 1 : 0;
            for (int number = least; cell.suppressed() && number < Disclosure.FEWEST; number++) {
                if (!possible.test(indicator, number)) {
                    exposed.add(indicator);
                }
            }
        });
        return exposed;
    }

    private static boolean exists(
            Map<Indicator, Cell> published,
            Map<Indicator, List<Integer>> tries,
            Function<Tally, Map<Indicator, Cell>> rules,
            Predicate<Tally> also) {
        return search(
                published,
                tries,
                new ArrayList<>(List.of(Indicator.values())),
                new EnumMap<>(Indicator.class),
                tally -> isPossible(tally) && rules.apply(tally).equals(published) && also.test(tally));
    }

    private static boolean search(
            Map<Indicator, Cell> published,
            Map<Indicator, List<Integer>> tries,
            List<Indicator> open,
            Map<Indicator, Integer> sums,
            Predicate<Tally> fits) {
        if (open.isEmpty()) {
            return fits.test(new Tally(GROUP, YearMonth.of(2019, 5), sums));
        }
        Indicator next = open.getFirst();
        List<Indicator> rest = open.subList(1, open.size());
        Integer told = published.getOrDefault(next, Cell.SUPPRESSED).value();
        List<Integer> numbers = told != null ? List.of(told) : tries.getOrDefault(next, GUESSES);
        for (int number : numbers) {
            sums.put(next, number);
            if (search(published, tries, rest, sums, fits)) {
                return true;
            }
        }
        return false;
    }

    /** What everybody knows of such figures; each incident is taken to have at least one dead or missing. */
    private static boolean isPossible(Tally tally) {
        int persons = tally.of(Indicator.DEAD) + tally.of(Indicator.MISSING);
        return tally.of(Indicator.WOMEN) + tally.of(Indicator.MEN) <= persons
                && tally.of(Indicator.CHILDREN) <= persons
                && tally.of(Indicator.INCIDENTS) >= 1
                && tally.of(Indicator.INCIDENTS) <= Math.max(1, persons);
    }

    private static boolean follows(Tally first, Tally second) {
        for (Indicator indicator : Indicator.values()) {
            if (second.of(indicator) < first.of(indicator)) {
                return false;
            }
        }
        return true;
    }
}
