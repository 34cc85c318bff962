package org.heliograph.desk.alerts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.StorableText;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Certainty;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.MessageType;
import org.heliograph.events.Place;
import org.heliograph.events.Purpose;
import org.heliograph.events.RouteAlertKind;
import org.heliograph.events.Severity;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.TransportMode;
import org.heliograph.events.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A route alert as people and agency systems read it.
 *
 * @param contextId the case: what changes or withdraws an alert is in the case of that alert
 * @param msgType UPDATE changes the alert before it in its case, CANCEL withdraws it
 */
public record RouteAlertView(
        UUID eventId,
        String originatorParty,
        String contextId,
        MessageType msgType,
        Status status,
        Tlp tlp,
        List<HandlingCode> handlingCodes,
        @Nullable String handlingNote,
        List<Purpose> permittedPurposes,
        Instant occurredAt,
        String routeId,
        RouteAlertKind alertKind,
        Urgency urgency,
        Severity severity,
        Certainty certainty,
        List<TransportMode> modes,
        List<SegmentView> segments,
        List<String> originCountries,
        List<String> transitCountries,
        List<String> destinationCountries,
        @Nullable PersonsView personsEstimate,
        @Nullable FeeView feeRange,
        List<String> recruitmentChannels,
        List<String> concealmentMethods,
        Instant validFrom,
        @Nullable Instant validTo,
        String summary) {

    /** A leg of the route. */
    public record SegmentView(
            int seq,
            PlaceView fromPlace,
            PlaceView toPlace,
            @Nullable String crossing) {}

    /** A place; its position is as coarse as its originator shared it. */
    public record PlaceView(
            String name,
            @Nullable String country,
            @Nullable String unlocode,
            @Nullable Double lat,
            @Nullable Double lon) {}

    /** Null is unknown, never 0. */
    public record PersonsView(
            @Nullable Integer min, @Nullable Integer max, String period) {}

    /** Null is unknown, never 0. */
    public record FeeView(
            @Nullable BigDecimal min, @Nullable BigDecimal max, String currency) {}

    /** An alert as an event carries it. */
    public static RouteAlertView of(AlertRoute alert) {
        Envelope envelope = alert.getEnvelope();
        return new RouteAlertView(
                envelope.getEventId(),
                envelope.getOriginatorParty(),
                envelope.getContextId(),
                envelope.getMsgType(),
                envelope.getStatus(),
                envelope.getTlp(),
                List.copyOf(envelope.getHandlingCodes()),
                envelope.getHandlingNote().map(StorableText::of).orElse(null),
                List.copyOf(envelope.getPermittedPurposes()),
                envelope.getOccurredAt(),
                StorableText.of(alert.getRouteId()),
                alert.getAlertKind(),
                alert.getUrgency(),
                alert.getSeverity(),
                alert.getCertainty(),
                List.copyOf(alert.getModes()),
                alert.getSegments().stream()
                        .map(segment -> new SegmentView(
                                segment.getSeq(),
                                place(segment.getFromPlace()),
                                place(segment.getToPlace()),
                                segment.getCrossing().map(StorableText::of).orElse(null)))
                        .toList(),
                texts(alert.getOriginCountries()),
                texts(alert.getTransitCountries()),
                texts(alert.getDestinationCountries()),
                alert.getPersonsEstimate()
                        .map(persons -> new PersonsView(
                                persons.getMin().orElse(null),
                                persons.getMax().orElse(null),
                                StorableText.of(persons.getPeriod())))
                        .orElse(null),
                alert.getFeeRange()
                        .map(fee -> new FeeView(
                                fee.getMin().orElse(null),
                                fee.getMax().orElse(null),
                                StorableText.of(fee.getCurrency())))
                        .orElse(null),
                texts(alert.getRecruitmentChannels()),
                texts(alert.getConcealmentMethods()),
                alert.getValidFrom(),
                alert.getValidTo().orElse(null),
                StorableText.of(alert.getSummary()));
    }

    private static PlaceView place(Place place) {
        return new PlaceView(
                StorableText.of(place.getName()),
                place.getCountry().map(StorableText::of).orElse(null),
                place.getUnlocode().map(StorableText::of).orElse(null),
                place.getPosition().map(position -> position.getLat()).orElse(null),
                place.getPosition().map(position -> position.getLon()).orElse(null));
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(StorableText::of).toList();
    }
}
