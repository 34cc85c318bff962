package org.heliograph.sharing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.EstimateType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.Tlp;
import org.heliograph.events.series.ObservationPeriod;
import org.heliograph.sharing.SharingDecision.Refused;

/**
 * Public statistics, as far as one observation shows (R13). Secondary suppression and differences between series are
 * the originator's work: the gate keeps no memory of what was published.
 */
final class Statistics {

    private static final String OBSERVATION = "research.observation";
    private static final int FEWEST_PERSONS = 11;
    private static final Duration DELAY = Duration.ofDays(30);
    private static final Set<String> COARSE =
            Set.of(GeoLevel.ADM0.name(), GeoLevel.ADM1.name(), GeoLevel.REGION.name(), GeoLevel.ROUTE.name());

    private Statistics() {}

    static Optional<Refused> disclosure(Offer offer, Instant at) {
        if (!offer.envelope().getEventType().equals(OBSERVATION)
                || offer.envelope().getTlp() != Tlp.CLEAR) {
            return Optional.empty();
        }
        return place(offer).or(() -> period(offer, at)).or(() -> persons(offer));
    }

    private static Optional<Refused> place(Offer offer) {
        String level = offer.field("geoLevel").orElse("");
        return COARSE.contains(level)
                ? Optional.empty()
                : refused("geoLevel '%s'".formatted(level), "no finer than ADM1, or mark it GREEN");
    }

    private static Optional<Refused> period(Offer offer, Instant at) {
        Optional<Instant> end = offer.field("period")
                .flatMap(ObservationPeriod::parse)
                .map(period ->
                        period.last().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return end.isPresent() && !at.isBefore(end.get().plus(DELAY))
                ? Optional.empty()
                : refused("the period did not end 30 days ago", "wait, or mark it GREEN");
    }

    private static Optional<Refused> persons(Offer offer) {
        boolean told = offer.field("value").isPresent() || offer.field("n").isPresent();
        if (offer.field("suppressed").filter("true"::equals).isPresent()) {
            return told ? refused("suppressed, and still with a number", "leave value and n out") : Optional.empty();
        }
        if (!told) {
            return Optional.empty();
        }
        return offer.field("n")
                        .map(Statistics::isEnough)
                        .orElseGet(() -> offer.field("estimateType")
                                .filter(EstimateType.MODELLED.name()::equals)
                                .isPresent())
                ? Optional.empty()
                : refused("fewer than %d persons stand behind it".formatted(FEWEST_PERSONS), "suppress it");
    }

    private static boolean isEnough(String n) {
        try {
            return Long.parseLong(n) >= FEWEST_PERSONS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<Refused> refused(String reason, String change) {
        return Acceptance.refused(Rule.R13, reason, change);
    }
}
