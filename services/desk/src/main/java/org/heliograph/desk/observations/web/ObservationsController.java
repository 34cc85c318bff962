package org.heliograph.desk.observations.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.observations.ObservationFilter;
import org.heliograph.desk.observations.ObservationPublishing;
import org.heliograph.desk.observations.ObservationView;
import org.heliograph.desk.observations.Observations;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PartyId;
import org.heliograph.events.GeoLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/observations")
@Tag(
        name = "Observations",
        description = "The last number of each statistical series and period that this party published here, that is"
                + " public, or that was released to this party. Whoever shows a number shows its source note and its"
                + " disclaimer with it")
final class ObservationsController {

    private final Observations observations;
    private final ObservationPublishing publishing;
    private final JsonMapper json;

    ObservationsController(Observations observations, ObservationPublishing publishing, JsonMapper json) {
        this.observations = observations;
        this.publishing = publishing;
        this.json = json;
    }

    /** An observation, under a name of its own so that the description of the API knows its fields. */
    record Observed(
            @Schema(implementation = ObservationView.class) JsonNode observation) {}

    @PostMapping
    @Operation(
            operationId = "publishObservation",
            summary = "Publish a number of a series of this party",
            description = "Or put one in the place of its last revision. Who got it says"
                    + " /api/v1/events/{eventId}/recipients.")
    ResponseEntity<Observed> publish(@Valid @RequestBody ObservationBody observation, Caller caller) {
        ObservationView published = publishing.publish(observation.checked(), caller);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Observed(json.valueToTree(published)));
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewObservation",
            summary = "Say who would get a number, without publishing it",
            description = "Takes what publishing takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored and nobody is told.")
    GateAnswer preview(@Valid @RequestBody ObservationBody observation, Caller caller) {
        return publishing.preview(observation.checked(), caller);
    }

    @GetMapping
    @Operation(operationId = "listObservations", summary = "List observations, latest periods first")
    PageOf<Observed> list(
            @Parameter(description = "The party that published it")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            @RequestParam(required = false) @Size(max = 200) @Nullable String indicator,
            @RequestParam(required = false) @Nullable GeoLevel geoLevel,
            @RequestParam(required = false) @Size(max = 200) @Nullable String geoCode,
            @Parameter(description = "Leaves out periods that begin before this day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Leaves out periods that end after this day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return observations
                .list(new ObservationFilter(originator, indicator, geoLevel, geoCode, from, to), page, size)
                .map(Observed::new);
    }
}
