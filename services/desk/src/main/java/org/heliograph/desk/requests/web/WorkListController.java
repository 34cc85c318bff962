package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Fulfilment;
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
    @Operation(
            operationId = "workList",
            summary = "Requests addressed to this party on which it has something to do",
            description = "Overdue first, then by deadline, then those that are decided; last those that are paused.")
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
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/assign")
    @Operation(operationId = "assignRequest", summary = "Say which desk has it, also to take it up again")
    @Nullable
    RequestView assign(@PathVariable UUID requestId, @Valid @RequestBody Steps.AssignStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/ask")
    @Operation(operationId = "askRequest", summary = "Ask the requester; the clock stands still until it has answered")
    @Nullable
    RequestView ask(@PathVariable UUID requestId, @Valid @RequestBody Steps.AskStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/accept")
    @Operation(operationId = "acceptRequest", summary = "Accept an assigned request, on conditions if need be")
    @Nullable
    RequestView accept(@PathVariable UUID requestId, @Valid @RequestBody Steps.AcceptStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/postpone")
    @Operation(operationId = "postponeRequest", summary = "Put it off to a time within a year, for a reason")
    @Nullable
    RequestView postpone(@PathVariable UUID requestId, @Valid @RequestBody Steps.PostponeStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/consult")
    @Operation(operationId = "consultRequest", summary = "Tell the requester of a legal ground before declining on it")
    @Nullable
    RequestView consult(@PathVariable UUID requestId, @Valid @RequestBody Steps.ConsultStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/decline")
    @Operation(operationId = "declineRequest", summary = "Decline it, for a reason")
    @Nullable
    RequestView decline(@PathVariable UUID requestId, @Valid @RequestBody Steps.DeclineStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/start")
    @Operation(operationId = "startRequest", summary = "Say that what was accepted has begun")
    @Nullable
    RequestView start(@PathVariable UUID requestId, @Valid @RequestBody Steps.StartStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    @PostMapping("/requests/{requestId}/fulfil")
    @Operation(operationId = "fulfilRequest", summary = "Say that what was asked for is there, all of it or in part")
    @Nullable
    RequestView fulfil(@PathVariable UUID requestId, @Valid @RequestBody Steps.FulfilStep step, Caller caller) {
        return act(requestId, step, caller);
    }

    private @Nullable RequestView act(UUID requestId, Steps.Step step, Caller caller) {
        return switch (casework.act(requestId, step.version(), step.action(), caller)) {
            case Casework.Result.Taken _ -> AfterStoring.view(() -> RequestView.of(file(requestId)));
            case Casework.Result.NotHere _ -> throw new Rejection(Problems.notFound());
            case Casework.Result.Refused refused ->
                throw new Rejection(Conflicts.refused(refused.refusal(), refused.now(), missing(requestId, step)));
            case Casework.Result.UnknownResults(List<String> results) ->
                throw Rejection.of(
                        "results",
                        "expected events that this party sent, with the status of the request; not "
                                + String.join(", ", results));
            case Casework.Result.Outdated outdated ->
                throw new Rejection(Conflicts.outdated(
                        outdated.now(),
                        outdated.last(),
                        file(requestId).request().requestingParty()));
        };
    }

    /** What a fulfilment lacks, for people to read; empty of any other step. */
    private String missing(UUID requestId, Steps.Step step) {
        return step.action() instanceof Action.Fulfil(Fulfilment fulfilment)
                ? fulfilment
                        .missing(file(requestId).request().content().kind())
                        .map(missing -> "%s: %s".formatted(missing.field(), missing.expected()))
                        .orElse("")
                : "";
    }

    private RequestFile file(UUID requestId) {
        return files.find(requestId).orElseThrow(() -> new Rejection(Problems.notFound()));
    }
}
