package org.heliograph.events.series;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heliograph.events.EstimateType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Status;

/**
 * One statistical series of one originator. An observation is its series and a period; both together are its case, so
 * that a correction stands in the case of what it corrects and, in a compacted topic, takes its place.
 *
 * @param geoCode as the level demands
 * @param dims what the numbers are restricted to
 */
public record Series(
        String originator,
        String indicator,
        GeoLevel geoLevel,
        String geoCode,
        ObservationDims dims,
        ObservationUnit unit,
        EstimateType estimateType) {

    /** The series to which an observation belongs. */
    public static Series of(ResearchObservation observation) {
        return new Series(
                observation.getEnvelope().getOriginatorParty(),
                observation.getIndicator(),
                observation.getGeoLevel(),
                observation.getGeoCode(),
                observation.getDims(),
                observation.getUnit(),
                observation.getEstimateType());
    }

    /**
     * The context id of the observation of a period: the status in lower case, a colon, and a name-based UUID. The same
     * for ever, on any machine; its derivation must never change, or corrections would stand beside what they correct.
     *
     * @param period as it stands in the observation
     */
    public String contextId(Status status, String period) {
        String name = String.join(
                "|",
                List.of(
                        originator,
                        indicator,
                        geoLevel.name(),
                        geoCode,
                        dims.getCitizenship().orElse(""),
                        dims.getSex().map(Enum::name).orElse(""),
                        dims.getAgeBand().orElse(""),
                        dims.getMode().map(Enum::name).orElse(""),
                        unit.name(),
                        estimateType.name(),
                        period));
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return status.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
