package org.heliograph.desk.incidents.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.incidents.DistressExtract;
import org.heliograph.desk.incidents.IncidentReporting.NewReport;
import org.heliograph.desk.web.Given;
import org.heliograph.events.ExactPosition;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.IncidentVessel;
import org.heliograph.events.MrccNotification;
import org.heliograph.events.NationalityCount;
import org.heliograph.events.PersonCounts;
import org.heliograph.events.Place;
import org.heliograph.events.Position;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.TimePrecision;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/** Turns what an officer wrote into a report. */
final class NewReports {

    private NewReports() {}

    static NewReport of(NewIncident incident) {
        return new NewReport(
                content(incident),
                new CaseFile(Objects.requireNonNullElseGet(incident.caseId(), UUID::randomUUID), incident.status()),
                incident.caseId() != null,
                Objects.requireNonNullElse(incident.priority(), Priority.MEDIUM),
                new Handling(
                        Objects.requireNonNullElse(incident.tlp(), Tlp.AMBER),
                        Given.orEmpty(incident.handlingCodes()),
                        incident.handlingNote(),
                        Objects.requireNonNullElse(incident.purposes(), List.of(Purpose.STRATEGIC_ANALYSIS)),
                        null,
                        false),
                incident.releasableTo(),
                Given.orEmpty(incident.notReleasableTo()),
                distress(incident));
    }

    private static @Nullable DistressExtract distress(NewIncident incident) {
        NewIncident.Distress said = incident.distress();
        NewIncident.Point position = incident.positionWgs84();
        return said == null || position == null
                ? null
                : new DistressExtract(
                        ExactPosition.newBuilder()
                                .setLat(position.lat())
                                .setLon(position.lon())
                                .setPrecisionKm(position.precisionKm())
                                .build(),
                        incident.persons() == null ? null : incident.persons().total(),
                        Given.orEmpty(said.condition()),
                        new MrccNotification(
                                said.mrccNotified().name(), said.mrccNotified().at()),
                        said.phase());
    }

    private static IncidentReport.Builder content(NewIncident incident) {
        return IncidentReport.newBuilder()
                .setIncidentId(incident.incidentId())
                .setOccurredAt(incident.occurredAt())
                .setOccurredAtPrecision(Objects.requireNonNullElse(incident.occurredAtPrecision(), TimePrecision.HOUR))
                .setPlace(place(incident.place()))
                .setPositionWgs84(position(incident.positionWgs84()))
                .setType(incident.type())
                .setIccsCode(incident.iccsCode())
                .setConveyance(incident.conveyance())
                .setVessel(vessel(incident.vessel()))
                .setPersons(persons(incident.persons()))
                .setNationalities(Given.orEmpty(incident.nationalities()).stream()
                        .map(nationality -> new NationalityCount(nationality.iso2(), nationality.count()))
                        .toList())
                .setDead(incident.dead())
                .setMissing(incident.missing())
                .setSurvivors(incident.survivors())
                .setCauseGroup(incident.causeGroup())
                .setSmugglersDetected(incident.smugglersDetected())
                .setAggravating(Given.orEmpty(incident.aggravating()))
                .setMeasuresTaken(Given.orEmpty(incident.measuresTaken()));
    }

    private static @Nullable Place place(NewIncident.@Nullable Location place) {
        return place == null
                ? null
                : Place.newBuilder()
                        .setName(place.name())
                        .setCountry(place.country())
                        .setUnlocode(place.unlocode())
                        .setPosition(position(place.position()))
                        .build();
    }

    private static @Nullable Position position(NewIncident.@Nullable Point point) {
        return point == null
                ? null
                : Position.newBuilder()
                        .setLat(point.lat())
                        .setLon(point.lon())
                        .setPrecisionKm(point.precisionKm())
                        .build();
    }

    private static @Nullable IncidentVessel vessel(NewIncident.@Nullable Vessel vessel) {
        return vessel == null
                ? null
                : IncidentVessel.newBuilder()
                        .setName(vessel.name())
                        .setDescription(vessel.description())
                        .setFlag(vessel.flag())
                        .setImoNumber(vessel.imoNumber())
                        .setMmsi(vessel.mmsi())
                        .setCallSign(vessel.callSign())
                        .build();
    }

    private static PersonCounts persons(NewIncident.@Nullable Persons persons) {
        return persons == null
                ? PersonCounts.newBuilder().build()
                : PersonCounts.newBuilder()
                        .setTotal(persons.total())
                        .setFemale(persons.female())
                        .setMale(persons.male())
                        .setChildren(persons.children())
                        .setUnaccompanied(persons.unaccompanied())
                        .build();
    }
}
