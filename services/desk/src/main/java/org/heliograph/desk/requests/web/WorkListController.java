package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.requests.Casework;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Work list", description = "Requests addressed to this party, and the steps on them")
final class WorkListController {

    private final RequestFiles files;
    private final Casework casework;

    WorkListController(RequestFiles files, Casework casework) {
        this.files = files;
        this.casework = casework;
    }

    @GetMapping("/work-list")
    @Operation(operationId = "workList", summary = "Requests addressed to this party that are not over, newest first")
    PageOf<ListedView> workList(
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return files.workList(page, size).map(ListedView::of);
    }

    @PostMapping("/requests/{requestId}/acknowledge")
    @Operation(operationId = "acknowledgeRequest", summary = "Say that the request was seen")
    @Nullable
    RequestView acknowledge(
            @PathVariable UUID requestId, @Valid @RequestBody Steps.AcknowledgeStep step, Caller caller) {
        return act(requestId, step.version(), step.action(), caller);
    }

    @PostMapping("/requests/{requestId}/accept")
    @Operation(operationId = "acceptRequest", summary = "Accept an acknowledged request, on conditions if need be")
    @Nullable
    RequestView accept(@PathVariable UUID requestId, @Valid @RequestBody Steps.AcceptStep step, Caller caller) {
        return act(requestId, step.version(), step.action(), caller);
    }

    @PostMapping("/requests/{requestId}/decline")
    @Operation(operationId = "declineRequest", summary = "Decline an acknowledged request, for a reason")
    @Nullable
    RequestView decline(@PathVariable UUID requestId, @Valid @RequestBody Steps.DeclineStep step, Caller caller) {
        return act(requestId, step.version(), step.action(), caller);
    }

    private @Nullable RequestView act(UUID requestId, int version, Action action, Caller caller) {
        return switch (casework.act(requestId, version, action, caller)) {
            case Casework.Result.Taken _ -> AfterStoring.view(() -> RequestView.of(file(requestId)));
            case Casework.Result.NotHere _ -> throw new Rejection(Problems.notFound());
            case Casework.Result.Refused refused ->
                throw new Rejection(Conflicts.refused(refused.refusal(), refused.now()));
            case Casework.Result.Outdated outdated ->
                throw new Rejection(
                        Conflicts.outdated(outdated, file(requestId).request().requestingParty()));
        };
    }

    private RequestFile file(UUID requestId) {
        return files.find(requestId).orElseThrow(() -> new Rejection(Problems.notFound()));
    }
}
