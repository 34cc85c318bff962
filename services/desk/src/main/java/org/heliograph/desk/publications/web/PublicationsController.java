package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.publications.Publication;
import org.heliograph.desk.publications.PublicationFilter;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.desk.publications.Publications;
import org.heliograph.desk.publications.Publishing;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PartyId;
import org.heliograph.events.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(PublicationAnswers.PATH)
@Tag(
        name = "Publications",
        description = "Knowledge, capacity activities, campaigns and strategies: the last version of each that this"
                + " party published, that is public, or that was released to this party")
final class PublicationsController {

    private final Publications publications;
    private final Publishing publishing;
    private final PublicationAnswers answers;

    PublicationsController(Publications publications, Publishing publishing, PublicationAnswers answers) {
        this.publications = publications;
        this.publishing = publishing;
        this.answers = answers;
    }

    record Withdrawal(
            @NotNull PublicationType type,

            @Schema(description = "The version that the caller has seen.") @NotNull @Min(1)
            Integer version) {}

    @GetMapping
    @Operation(operationId = "listPublications", summary = "List publications, latest first")
    PageOf<PublicationItem> list(
            @RequestParam(required = false) Publication.@Nullable Direction direction,
            @RequestParam(required = false) @Nullable PublicationType type,
            @Parameter(description = "The party that published it")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            @RequestParam(required = false) @Nullable Status status,
            @Parameter(description = "A country that it is about, ISO 3166-1 alpha-2")
                    @RequestParam(required = false)
                    @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
                    @Nullable
                    String country,
            @Parameter(description = "A theme, key issue or region")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String theme,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return publications
                .list(new PublicationFilter(direction, type, originator, status, country, theme), page, size)
                .map(answers::item);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readPublication", summary = "Read a publication")
    PublicationItem read(
            @PathVariable UUID id,
            @Parameter(description = "The party that published it; needed only where two parties used one id")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            @Parameter(description = "Needed only where a party used one id for two types")
                    @RequestParam(required = false)
                    @Nullable
                    PublicationType type) {
        return answers.read(id, originator, type);
    }

    @PostMapping("/{id}/withdraw")
    @Operation(
            operationId = "withdrawPublication",
            summary = "Withdraw what this party published",
            description = "All who hold it learn that it was withdrawn. What was public was public: copies that others"
                    + " made stay where they are.")
    ResponseEntity<PublicationItem> withdraw(
            @PathVariable UUID id, @Valid @RequestBody Withdrawal withdrawal, Caller caller) {
        publishing.withdraw(id, withdrawal.type(), withdrawal.version(), caller);
        return ResponseEntity.ok().body(AfterStoring.view(() -> answers.read(id, null, withdrawal.type())));
    }
}
