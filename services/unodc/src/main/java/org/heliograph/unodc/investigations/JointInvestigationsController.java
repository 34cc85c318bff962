package org.heliograph.unodc.investigations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.PartyId;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/joint-investigations")
@Tag(
        name = "Joint investigations",
        description = "That there are joint investigations of States, between whom and where they stand; UNODC is told"
                + " nothing of what they are about")
class JointInvestigationsController {

    private final JointInvestigations investigations;

    JointInvestigationsController(JointInvestigations investigations) {
        this.investigations = investigations;
    }

    @GetMapping
    @Operation(
            operationId = "listJointInvestigations",
            summary = "List joint investigations of States by their metadata, newest first",
            description = "As the requesting State last told them. No subject, no facts, no persons: these do not reach"
                    + " UNODC.")
    PageOf<JointInvestigation> list(
            @Parameter(description = "Where it stands over all who are asked") @RequestParam(required = false) @Nullable
                    RequestState state,
            @Parameter(description = "A State that asks or is asked")
                    @RequestParam(required = false)
                    @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED)
                    @Nullable
                    String party,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return investigations.list(state, party, page, size);
    }
}
