package org.heliograph.iom.alerts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.heliograph.desk.web.Given;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Envelope;
import org.heliograph.events.FeeRange;
import org.heliograph.events.PersonsEstimate;
import org.heliograph.events.Place;
import org.heliograph.events.Position;
import org.heliograph.events.RouteSegment;
import org.jspecify.annotations.Nullable;

/** Turns what an analyst wrote into an event. */
final class AlertMessages {

    private AlertMessages() {}

    static AlertRoute event(Envelope envelope, NewRouteAlert alert) {
        List<NewRouteAlert.Segment> segments = Given.orEmpty(alert.segments());
        return AlertRoute.newBuilder()
                .setEnvelope(envelope)
                .setRouteId(alert.routeId())
                .setAlertKind(alert.alertKind())
                .setUrgency(alert.urgency())
                .setSeverity(alert.severity())
                .setCertainty(alert.certainty())
                .setModes(Given.orEmpty(alert.modes()))
                .setSegments(IntStream.range(0, segments.size())
                        .mapToObj(index -> segment(index + 1, segments.get(index)))
                        .toList())
                .setOriginCountries(Given.orEmpty(alert.originCountries()))
                .setTransitCountries(Given.orEmpty(alert.transitCountries()))
                .setDestinationCountries(Given.orEmpty(alert.destinationCountries()))
                .setPersonsEstimate(Optional.ofNullable(alert.personsEstimate())
                        .map(persons -> PersonsEstimate.newBuilder()
                                .setMin(persons.min())
                                .setMax(persons.max())
                                .setPeriod(persons.period())
                                .build())
                        .orElse(null))
                .setFeeRange(Optional.ofNullable(alert.feeRange())
                        .map(fees -> FeeRange.newBuilder()
                                .setMin(cents(fees.min()))
                                .setMax(cents(fees.max()))
                                .setCurrency(fees.currency())
                                .build())
                        .orElse(null))
                .setRecruitmentChannels(Given.orEmpty(alert.recruitmentChannels()))
                .setConcealmentMethods(Given.orEmpty(alert.concealmentMethods()))
                .setValidFrom(alert.validFrom())
                .setValidTo(alert.validTo())
                .setSummary(alert.summary())
                .build();
    }

    private static RouteSegment segment(int seq, NewRouteAlert.Segment segment) {
        return RouteSegment.newBuilder()
                .setSeq(seq)
                .setFromPlace(place(segment.fromPlace()))
                .setToPlace(place(segment.toPlace()))
                .setCrossing(segment.crossing())
                .build();
    }

    private static Place place(NewRouteAlert.Location location) {
        NewRouteAlert.@Nullable Point point = location.position();
        return Place.newBuilder()
                .setName(location.name())
                .setCountry(location.country())
                .setUnlocode(location.unlocode())
                .setPosition(
                        point == null
                                ? null
                                : Position.newBuilder()
                                        .setLat(point.lat())
                                        .setLon(point.lon())
                                        .setPrecisionKm(point.precisionKm())
                                        .build())
                .build();
    }

    /** Avro takes a decimal only with the very scale of its schema; more digits were refused before. */
    private static @Nullable BigDecimal cents(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2);
    }
}
