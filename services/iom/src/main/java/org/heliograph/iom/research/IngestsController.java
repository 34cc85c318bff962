package org.heliograph.iom.research;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PlainText;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(IngestsController.PATH)
@Tag(
        name = "Ingests",
        description = "Files of IOM's Missing Migrants Project, and the statistics made of them. " + Notices.DISCLAIMER)
class IngestsController {

    static final String PATH = "/api/v1/ingests";
    static final String MISSING_MIGRANTS = "/missing-migrants";

    private final Ingests ingests;
    private final JdbcIngests known;

    IngestsController(Ingests ingests, JdbcIngests known) {
        this.ingests = ingests;
        this.known = known;
    }

    /** A row that is not counted. */
    record SetAsideRow(long row, @Nullable String webId, SetAside reason, String text) {}

    @PostMapping(path = MISSING_MIGRANTS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "ingestMissingMigrants",
            summary = "Take in a file; what follows from it is published afterwards",
            description = "All rows of the file are taken or none. They take the place of all that was known of the"
                    + " months that the file has rows of. One file at a time.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            array = @ArraySchema(schema = @Schema(type = "object")))))
    ResponseEntity<IngestView> ingest(
            @Parameter(description = "Look for a rise of deaths in all months, as an exercise.")
                    @RequestParam(defaultValue = "false")
                    boolean replay,
            @Parameter(description = "By which the file is to be known, such as 2019.json.")
                    @RequestParam(defaultValue = "unnamed")
                    @PlainText(max = 100)
                    String name,
            HttpServletRequest request)
            throws IOException {
        try {
            UUID id = ingests.take(request.getInputStream(), name, replay);
            return ResponseEntity.accepted()
                    .location(URI.create(PATH + "/" + id))
                    .body(read(id));
        } catch (MalformedFileException e) {
            throw new Rejection(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "unreadable",
                    "The file cannot be read; nothing of it was taken",
                    e.problem()));
        } catch (IngestRunningException e) {
            ProblemDetail problem = Problems.of(
                    HttpStatus.CONFLICT,
                    "ingest-running",
                    "Another file is being taken in",
                    "One at a time; send this one when the other is done: " + PATH + "/" + e.running());
            problem.setProperties(Map.of("running", e.running()));
            throw new Rejection(problem);
        }
    }

    @GetMapping
    @Operation(operationId = "listIngests", summary = "List the files that were sent, latest first")
    PageOf<IngestView> list(
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return known.list(page, size).map(IngestView::of);
    }

    @GetMapping("/{ingestId}")
    @Operation(
            operationId = "readIngest",
            summary = "Read how far it is, what became of the rows, and what was published")
    IngestView read(@PathVariable UUID ingestId) {
        return known.find(ingestId).map(IngestView::of).orElseThrow(() -> new Rejection(Problems.notFound()));
    }

    @GetMapping("/{ingestId}/set-aside")
    @Operation(operationId = "listSetAside", summary = "List the rows that are not counted, and why")
    PageOf<SetAsideRow> setAside(
            @PathVariable UUID ingestId,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int size) {
        read(ingestId);
        return known.setAside(ingestId, page, size)
                .map(row -> new SetAsideRow(
                        row.row(),
                        row.webId().orElse(null),
                        row.reason(),
                        row.reason().text()));
    }
}
