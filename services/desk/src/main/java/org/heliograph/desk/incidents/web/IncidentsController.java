package org.heliograph.desk.incidents.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.HandlingRules;
import org.heliograph.desk.incidents.IncidentDirection;
import org.heliograph.desk.incidents.IncidentFilter;
import org.heliograph.desk.incidents.IncidentReporting;
import org.heliograph.desk.incidents.IncidentReporting.NewReport;
import org.heliograph.desk.incidents.IncidentView;
import org.heliograph.desk.incidents.Incidents;
import org.heliograph.desk.incidents.StoredIncident;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Conveyance;
import org.heliograph.events.IncidentType;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/incidents")
@Tag(name = "Incidents", description = "Incidents that this party reported, with who holds a copy, or received")
final class IncidentsController {

    /** An incident tells of few persons. */
    private static final Tlp FLOOR = Tlp.AMBER;

    private final IncidentReporting reporting;
    private final Incidents incidents;
    private final Receipts receipts;

    IncidentsController(IncidentReporting reporting, Incidents incidents, Receipts receipts) {
        this.reporting = reporting;
        this.incidents = incidents;
        this.receipts = receipts;
    }

    /**
     * A report.
     *
     * @param direction IN was received, OUT reported by this party
     * @param at when it was received or reported
     * @param receipts answers of the gate to what this party reported; empty while it has not answered
     * @param distressEventId the distress that went out beside it (R15); only where one report is read by who made it
     */
    record IncidentItem(
            UUID eventId,
            IncidentDirection direction,
            Instant at,
            @Schema(implementation = IncidentView.class) JsonNode incident,
            List<GateAnswer> receipts,
            @Nullable UUID distressEventId) {}

    @PostMapping
    @Operation(
            operationId = "reportIncident",
            summary = "Report an incident to the parties that it names",
            description = "People in danger at sea are told of by a distress beside it, in the same transaction (R15):"
                    + " state the rescue coordination centre that was told in distress.")
    ResponseEntity<IncidentItem> report(@Valid @RequestBody NewIncident incident, Caller caller) {
        UUID eventId = reporting.report(checked(incident), caller);
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + eventId))
                .body(AfterStoring.view(() -> read(eventId, null)));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewIncident",
            summary = "Say who would get an incident, without reporting it",
            description = "Takes what reporting takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody NewIncident incident, Caller caller) {
        return reporting.preview(checked(incident), caller);
    }

    @GetMapping
    @Operation(operationId = "listIncidents", summary = "List incidents, latest first")
    PageOf<IncidentItem> list(
            @RequestParam(required = false) @Nullable IncidentDirection direction,
            @Parameter(description = "The party that reported it")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            @RequestParam(required = false) @Nullable IncidentType type,
            @Parameter(description = "Happened at this time or later") @RequestParam(required = false) @Nullable
                    Instant from,
            @Parameter(description = "Happened before this time") @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return incidents
                .list(new IncidentFilter(direction, originator, type, from, to), page, size)
                .map(stored -> item(stored, null));
    }

    @GetMapping("/{eventId}")
    @Operation(operationId = "readIncident", summary = "Read an incident")
    IncidentItem read(
            @PathVariable UUID eventId,
            @Parameter(description = "The party that reported it; needed only where two parties used one id")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator) {
        StoredIncident stored = Problems.onlyOf(incidents.find(eventId, originator));
        return item(stored, reporting.distressBeside(stored).orElse(null));
    }

    private IncidentItem item(StoredIncident stored, @Nullable UUID distressEventId) {
        List<GateAnswer> answers = stored.direction() == IncidentDirection.OUT
                ? receipts.of(stored.eventId()).stream().map(GateAnswer::of).toList()
                : List.of();
        return new IncidentItem(
                stored.eventId(), stored.direction(), stored.storedAt(), stored.incident(), answers, distressEventId);
    }

    private static NewReport checked(NewIncident incident) {
        NewReport report = NewReports.of(incident);
        Rejection.ifAny(HandlingRules.broken(FLOOR, report.handling(), report.distribution()));
        Rejection.ifAny(brokenDistress(incident));
        return report;
    }

    /** R15: what is for the safety of life goes out as a distress, which needs a position and a rescue centre. */
    private static List<FieldError> brokenDistress(NewIncident incident) {
        if (incident.distress() != null) {
            return incident.positionWgs84() != null
                    ? List.of()
                    : List.of(
                            new FieldError("positionWgs84", "where those in danger are, as distress is stated (R15)"));
        }
        List<Purpose> purposes = incident.purposes();
        boolean due = purposes != null
                && purposes.contains(Purpose.SAFETY_OF_LIFE)
                && incident.positionWgs84() != null
                && mayBeAtSea(incident.conveyance());
        return due
                ? List.of(new FieldError(
                        "distress",
                        "the rescue coordination centre that was told (mrccNotified) and the phase, as an incident at"
                                + " sea with SAFETY_OF_LIFE among its purposes goes out as a distress too (R15): tell"
                                + " the centre first. Without those in danger, leave that purpose out"))
                : List.of();
    }

    private static boolean mayBeAtSea(@Nullable Conveyance conveyance) {
        return conveyance == null
                || switch (conveyance) {
                    case FOOT, CAR, LORRY, BUS, TRAIN, AIRCRAFT -> false;
                    case BOAT, SHIP, OTHER, UNKNOWN -> true;
                };
    }
}
