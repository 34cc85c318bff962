package org.heliograph.iom.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which figures of a route and month everybody may read (R13). No total over routes or months is told, so all
 * that a reader can calculate with lies within one of them: the dead and missing are among the persons, and incidents
 * are hardly more than persons. Whoever is left when told figures are subtracted must be enough to hide among.
 */
final class RouteDisclosure {

    /** Fewer persons than this are not told. */
    static final int FEWEST = 11;

    /** Days that a month is over before anything is told of it. */
    static final int DELAY = 30;

    private RouteDisclosure() {}

    /** What may be told today; months of which nothing may be told are left out. */
    static List<ToldMonth> tell(List<RouteMonth> months, LocalDate today) {
        return months.stream()
                .filter(month -> !month.month().atEndOfMonth().plusDays(DELAY).isAfter(today))
                .flatMap(month -> tell(month).stream())
                .toList();
    }

    private static Optional<ToldMonth> tell(RouteMonth month) {
        String route = month.route();
        if (route == null) {
            return Optional.empty();
        }
        Integer dead = enough(month.dead());
        Integer missing = enough(month.missing());
        int lost = orZero(month.dead()) + orZero(month.missing());
        Integer persons = enough(month.persons());
        if (persons != null && persons < lost + FEWEST) {
            persons = null;
        }
        int known = persons == null ? orZero(dead) + orZero(missing) : persons;
        Integer incidents =
                month.incidents() >= FEWEST && month.incidents() + FEWEST <= known ? month.incidents() : null;
        return persons == null && dead == null && missing == null
                ? Optional.empty()
                : Optional.of(new ToldMonth(route, month.month(), incidents, persons, dead, missing));
    }

    private static @Nullable Integer enough(@Nullable Integer persons) {
        return persons == null || persons < FEWEST ? null : persons;
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
