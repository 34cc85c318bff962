package org.heliograph.desk.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.StorableText;
import org.heliograph.events.AggravatingCircumstance;
import org.heliograph.events.CauseGroup;
import org.heliograph.events.Conveyance;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.IncidentType;
import org.heliograph.events.IncidentVessel;
import org.heliograph.events.PersonCounts;
import org.heliograph.events.Place;
import org.heliograph.events.Position;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.TimePrecision;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/** A report as people and agency systems read it. Numbers that are absent are unknown, never 0. */
public record IncidentView(
        UUID eventId,
        String originatorParty,
        String contextId,
        Status status,
        Tlp tlp,
        List<HandlingCode> handlingCodes,
        @Nullable String handlingNote,
        List<Purpose> permittedPurposes,
        Instant publishedAt,
        String incidentId,
        Instant occurredAt,
        TimePrecision occurredAtPrecision,
        @Nullable PlaceView place,
        @Nullable PositionView positionWgs84,
        IncidentType type,
        @Nullable String iccsCode,
        @Nullable Conveyance conveyance,
        @Nullable VesselView vessel,
        PersonsView persons,
        List<NationalityView> nationalities,
        @Nullable Integer dead,
        @Nullable Integer missing,
        @Nullable Integer survivors,
        @Nullable CauseGroup causeGroup,
        @Nullable Integer smugglersDetected,
        List<AggravatingCircumstance> aggravating,
        List<String> measuresTaken) {

    /** A named place. */
    public record PlaceView(
            String name,
            @Nullable String country,
            @Nullable String unlocode,
            @Nullable PositionView position) {

        static PlaceView of(Place place) {
            return new PlaceView(
                    StorableText.of(place.getName()),
                    StorableText.orNull(place.getCountry().orElse(null)),
                    StorableText.orNull(place.getUnlocode().orElse(null)),
                    place.getPosition().map(PositionView::of).orElse(null));
        }
    }

    /** As coarse as its originator shared it. */
    public record PositionView(
            double lat, double lon, @Nullable Double precisionKm) {

        static PositionView of(Position position) {
            return new PositionView(
                    position.getLat(),
                    position.getLon(),
                    position.getPrecisionKm().orElse(null));
        }
    }

    /** A vessel, as far as it is known. */
    public record VesselView(
            @Nullable String name,
            @Nullable String description,
            @Nullable String flag,
            @Nullable String imoNumber,
            @Nullable String mmsi,
            @Nullable String callSign) {

        static VesselView of(IncidentVessel vessel) {
            return new VesselView(
                    StorableText.orNull(vessel.getName().orElse(null)),
                    StorableText.orNull(vessel.getDescription().orElse(null)),
                    StorableText.orNull(vessel.getFlag().orElse(null)),
                    StorableText.orNull(vessel.getImoNumber().orElse(null)),
                    StorableText.orNull(vessel.getMmsi().orElse(null)),
                    StorableText.orNull(vessel.getCallSign().orElse(null)));
        }
    }

    /** How many persons. */
    public record PersonsView(
            @Nullable Integer total,
            @Nullable Integer female,
            @Nullable Integer male,
            @Nullable Integer children,
            @Nullable Integer unaccompanied) {

        static PersonsView of(PersonCounts persons) {
            return new PersonsView(
                    persons.getTotal().orElse(null),
                    persons.getFemale().orElse(null),
                    persons.getMale().orElse(null),
                    persons.getChildren().orElse(null),
                    persons.getUnaccompanied().orElse(null));
        }
    }

    /** How many of a nationality. */
    public record NationalityView(String iso2, @Nullable Integer count) {}

    /** A report as an event carries it. */
    public static IncidentView of(IncidentReport report) {
        Envelope envelope = report.getEnvelope();
        return new IncidentView(
                envelope.getEventId(),
                envelope.getOriginatorParty(),
                envelope.getContextId(),
                envelope.getStatus(),
                envelope.getTlp(),
                List.copyOf(envelope.getHandlingCodes()),
                StorableText.orNull(envelope.getHandlingNote().orElse(null)),
                List.copyOf(envelope.getPermittedPurposes()),
                envelope.getPublishedAt(),
                StorableText.of(report.getIncidentId()),
                report.getOccurredAt(),
                report.getOccurredAtPrecision(),
                report.getPlace().map(PlaceView::of).orElse(null),
                report.getPositionWgs84().map(PositionView::of).orElse(null),
                report.getType(),
                StorableText.orNull(report.getIccsCode().orElse(null)),
                report.getConveyance().orElse(null),
                report.getVessel().map(VesselView::of).orElse(null),
                PersonsView.of(report.getPersons()),
                report.getNationalities().stream()
                        .map(nationality -> new NationalityView(
                                StorableText.of(nationality.getIso2()),
                                nationality.getCount().orElse(null)))
                        .toList(),
                report.getDead().orElse(null),
                report.getMissing().orElse(null),
                report.getSurvivors().orElse(null),
                report.getCauseGroup().orElse(null),
                report.getSmugglersDetected().orElse(null),
                List.copyOf(report.getAggravating()),
                report.getMeasuresTaken().stream().map(StorableText::of).toList());
    }
}
