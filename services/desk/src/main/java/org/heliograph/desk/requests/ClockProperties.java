package org.heliograph.desk.requests;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.heliograph.cooperation.ClockKind;
import org.heliograph.cooperation.Pace;
import org.heliograph.cooperation.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the clocks of requests.
 *
 * @param every how often is looked for what is due, 100 ms to 1 h
 * @param zone in which days begin and end
 * @param restDays days of the week on which clocks that count working days stand still
 * @param holidays a file with further such days; none if null
 * @param paces where a kind of request has other spans than those of the protocol
 */
@ConfigurationProperties("heliograph.clocks")
record ClockProperties(
        @DefaultValue("5s") Duration every,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue({"SATURDAY", "SUNDAY"}) Set<DayOfWeek> restDays,
        @Nullable Path holidays,
        @DefaultValue Map<ClockKind, Spans> paces) {

    ClockProperties {
        if (every.compareTo(Duration.ofMillis(100)) < 0 || every.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("heliograph.clocks.every: expected 100ms to 1h, not " + every);
        }
        if (restDays.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("heliograph.clocks.rest-days: expected a working day in the week");
        }
        paces = Map.copyOf(paces);
        paces.forEach((kind, spans) -> spans.pace(kind));
    }

    /** What is not set is as the protocol has it. */
    record Spans(
            @Nullable Duration acknowledge,
            @Nullable Duration decide,
            @Nullable Duration escalate,
            @Nullable Boolean workingDays) {

        private Pace pace(ClockKind kind) {
            Pace standard = Pace.standard(kind);
            try {
                return new Pace(
                        Objects.requireNonNullElse(acknowledge, standard.acknowledge()),
                        Objects.requireNonNullElse(decide, standard.decide()),
                        Objects.requireNonNullElse(escalate, standard.escalate()),
                        Objects.requireNonNullElse(workingDays, standard.workingDays()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "heliograph.clocks.paces.%s: %s".formatted(propertyName(kind), e.getMessage()), e);
            }
        }

        private static String propertyName(ClockKind kind) {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Of those kinds that have spans of their own. */
    Map<ClockKind, Pace> ownPaces() {
        Map<ClockKind, Pace> own = new EnumMap<>(ClockKind.class);
        paces.forEach((kind, spans) -> own.put(kind, spans.pace(kind)));
        return own;
    }

    WorkCalendar calendar() {
        return new WorkCalendar(zone, restDays, holidays == null ? Set.of() : Holidays.read(holidays));
    }
}
