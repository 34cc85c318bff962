package org.heliograph.unodc.assistance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.heliograph.desk.web.PageOf;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/technical-assistance")
@Tag(name = "Technical assistance", description = "Requests for UNODC's assistance, with what came of each")
class AssistanceController {

    private final AssistanceCases cases;

    AssistanceController(AssistanceCases cases) {
        this.cases = cases;
    }

    @GetMapping
    @Operation(
            operationId = "listTechnicalAssistance",
            summary = "List requests for technical assistance with what was published upon each, newest first",
            description = "Kinds LEGISLATIVE_ASSISTANCE, CAPACITY_BUILDING, CAMPAIGN_SUPPORT and"
                    + " PREVENTION_PLAN_SUPPORT. Steps are taken at /api/v1/requests/{id}.")
    PageOf<AssistanceCase> list(
            @Parameter(description = "Where the request stands") @RequestParam(required = false) @Nullable
                    RequestState state,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return cases.list(state, page, size);
    }
}
