package org.heliograph.desk.reads.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.heliograph.desk.reads.Read;
import org.heliograph.desk.reads.Reads;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reads")
@Tag(
        name = "Reads",
        description = "Who at this party read which distress by REST: a chain of hashes in the party's own database")
final class ReadsController {

    private final Reads reads;

    ReadsController(Reads reads) {
        this.reads = reads;
    }

    @GetMapping
    @Operation(operationId = "listReads", summary = "List who read what, latest first")
    PageOf<Read> list(
            @Parameter(description = "Reads of this event alone") @RequestParam(required = false) @Nullable
                    UUID eventId,
            @Parameter(description = "Reads of what this party sent")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String originator,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return reads.list(eventId, originator, page, size);
    }

    @GetMapping("/chain")
    @Operation(
            operationId = "checkReads",
            summary = "Check the chain of reads",
            description = "Reads the whole chain. Its end proves nothing by itself: keep links and head outside of the"
                    + " platform, and see later whether a link of that number and hash is still there.")
    Reads.Chain chain() {
        return reads.check();
    }
}
