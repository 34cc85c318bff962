package org.heliograph.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of the {@link Oracle} that says which figures everybody may read (R13). */
final class StatisticsOracle {

    private StatisticsOracle() {}

    static boolean mayBePublic(Offer offer, Instant at) {
        String level = offer.fields().getOrDefault("geoLevel", "none");
        if (!List.of("ADM0", "ADM1", "REGION", "ROUTE").contains(level)) {
            return false;
        }
        LocalDate last = lastDay(offer.fields().getOrDefault("period", "none"));
        if (last == null) {
            return false;
        }
        LocalDate open = last.plusDays(31);
        if (at.isBefore(open.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            return false;
        }
        boolean value = offer.fields().containsKey("value");
        String n = offer.fields().getOrDefault("n", "none");
        if (offer.fields().getOrDefault("suppressed", "none").equals("true")) {
            return !value && n.equals("none");
        }
        if (n.equals("none")) {
            return !value || offer.fields().getOrDefault("estimateType", "none").equals("MODELLED");
        }
        return n.matches("[0-9]+") && Integer.parseInt(n) >= 11;
    }

    /** Of a year, a month, or from one day to another. */
    private static @Nullable LocalDate lastDay(String period) {
        if (period.matches("[0-9]{4}")) {
            return LocalDate.parse(period + "-12-31");
        }
        if (period.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            return LocalDate.parse(period + "-01").plusMonths(1).minusDays(1);
        }
        String[] days = period.split("/", -1);
        if (days.length != 2 || period.length() != 21) {
            return null;
        }
        try {
            LocalDate first = LocalDate.parse(days[0]);
            LocalDate last = LocalDate.parse(days[1]);
            return last.isBefore(first) ? null : last;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
