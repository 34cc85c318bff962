package org.heliograph.desk.observations;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.StorableText;
import org.heliograph.events.Envelope;
import org.heliograph.events.EstimateType;
import org.heliograph.events.GeoLevel;
import org.heliograph.events.MessageType;
import org.heliograph.events.ObservationDims;
import org.heliograph.events.ObservationUnit;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Sex;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.jspecify.annotations.Nullable;

/**
 * An observation as people and agency systems read it.
 *
 * @param tlp CLEAR is public
 * @param value null is unknown, never 0; always null when suppressed or withdrawn
 * @param n persons in the cell; null when suppressed or withdrawn
 * @param withdrawn whether its originator took it back
 */
public record ObservationView(
        UUID eventId,
        String originatorParty,
        String contextId,
        Status status,
        Tlp tlp,
        Instant publishedAt,
        String indicator,
        String period,
        GeoLevel geoLevel,
        String geoCode,
        String geoName,
        DimsView dims,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,

        ObservationUnit unit,
        EstimateType estimateType,
        String method,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer n,

        boolean suppressed,
        boolean withdrawn,
        List<Integer> pillars,

        @Schema(description = "Where the data is from, under which licence, and what was changed")
        String sourceNote,

        @Schema(description = "What the number must not be taken for") @Nullable
        String disclaimer,

        int revision,
        @Nullable String correction,
        @Nullable UUID requestId) {

    /** What the number is restricted to; null is not restricted. */
    public record DimsView(
            @Nullable String citizenship,
            @Nullable Sex sex,
            @Nullable String ageBand,
            @Nullable TransportMode mode) {

        static DimsView of(ObservationDims dims) {
            return new DimsView(
                    dims.getCitizenship().map(StorableText::of).orElse(null),
                    dims.getSex().orElse(null),
                    dims.getAgeBand().map(StorableText::of).orElse(null),
                    dims.getMode().orElse(null));
        }
    }

    /** An observation as an event carries it. */
    public static ObservationView of(ResearchObservation observation) {
        Envelope envelope = observation.getEnvelope();
        return new ObservationView(
                envelope.getEventId(),
                envelope.getOriginatorParty(),
                envelope.getContextId(),
                envelope.getStatus(),
                envelope.getTlp(),
                envelope.getPublishedAt(),
                StorableText.of(observation.getIndicator()),
                StorableText.of(observation.getPeriod()),
                observation.getGeoLevel(),
                StorableText.of(observation.getGeoCode()),
                StorableText.of(observation.getGeoName()),
                DimsView.of(observation.getDims()),
                observation.getValue().map(ObservationView::plain).orElse(null),
                observation.getUnit(),
                observation.getEstimateType(),
                StorableText.of(observation.getMethod()),
                observation.getN().orElse(null),
                observation.getSuppressed(),
                envelope.getMsgType() == MessageType.CANCEL,
                List.copyOf(observation.getPillars()),
                StorableText.of(observation.getSourceNote()),
                observation.getDisclaimer().map(StorableText::of).orElse(null),
                observation.getRevision(),
                observation.getCorrection().map(StorableText::of).orElse(null),
                observation.getRequestId().orElse(null));
    }

    /** Without the zeros that Avro's fixed scale adds, and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
