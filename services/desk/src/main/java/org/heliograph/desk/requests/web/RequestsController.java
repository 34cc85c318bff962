package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.IdempotencyKey;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.RequestFilter;
import org.heliograph.desk.requests.Submission;
import org.heliograph.desk.requests.Submissions;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.Given;
import org.heliograph.desk.web.PageOf;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/requests")
@Tag(name = "Cooperation requests", description = "Sent by this party, or addressed to it")
final class RequestsController {

    private final RequestFiles files;
    private final Submissions submissions;
    private final SubmissionRules rules;
    private final JsonMapper json;

    RequestsController(RequestFiles files, Submissions submissions, SubmissionRules rules, JsonMapper json) {
        this.files = files;
        this.submissions = submissions;
        this.rules = rules;
        this.json = json;
    }

    @PostMapping
    @Operation(
            operationId = "submitRequest",
            summary = "Submit a request",
            description =
                    "Send it again with the same Idempotency-Key when the answer got lost: it creates one request.")
    ResponseEntity<RequestView> submit(
            @Valid @RequestBody NewRequest request,
            @Parameter(description = "Any text of the caller's, once for each submission")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200)
                    @Nullable
                    String key,
            Caller caller,
            @AuthenticationPrincipal Jwt token) {
        Submission submission = checked(request);
        @Nullable
        IdempotencyKey once = key == null
                ? null
                : IdempotencyKey.of(String.valueOf(token.getSubject()), key, json.writeValueAsBytes(request));
        return switch (submissions.submit(submission, caller, once)) {
            case Submissions.Result.Created(RequestFile file) ->
                ResponseEntity.created(
                                URI.create("/api/v1/requests/" + file.request().id()))
                        .body(RequestView.of(file));
            case Submissions.Result.Repeated(UUID id) ->
                ResponseEntity.ok()
                        .header("Location", "/api/v1/requests/" + id)
                        .body(AfterStoring.view(() -> view(id)));
            case Submissions.Result.KeyReused _ ->
                throw new Rejection(Problems.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "key-reused",
                        "The Idempotency-Key was used for something else",
                        "Take a new key for a new request; nothing was stored"));
        };
    }

    @PostMapping("/preview")
    @Operation(
            operationId = "previewRequest",
            summary = "Say who would get a request, without submitting it",
            description = "Takes what submitting takes, and answers what the receipt would say by the policy of this"
                    + " moment. Nothing is stored, nobody is told and no reference is drawn.")
    GateAnswer preview(@Valid @RequestBody NewRequest request, Caller caller) {
        return submissions.preview(checked(request), caller);
    }

    @GetMapping
    @Operation(
            operationId = "listRequests",
            summary = "List requests, newest first",
            description = "Where a text is looked for, no more than 1000 are counted.")
    PageOf<ListedView> list(
            @RequestParam(required = false) @Nullable Direction direction,
            @Parameter(description = "Any of these; over all addressees") @RequestParam(required = false) @Nullable
                    List<RequestState> state,
            @RequestParam(required = false) @Nullable RequestKind kind,
            @Parameter(description = "Beginnings of words that the reference or the subject has, all of them")
                    @RequestParam(required = false)
                    @Size(max = 200)
                    @Nullable
                    String text,
            @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
        return files.list(new RequestFilter(direction, Given.orEmpty(state), kind, text), page, size)
                .map(ListedView::of);
    }

    @GetMapping("/{requestId}")
    @Operation(operationId = "readRequest", summary = "Read a request with its history and receipts")
    RequestView read(@PathVariable UUID requestId) {
        return view(requestId);
    }

    private Submission checked(NewRequest request) {
        Rejection.ifAny(rules.broken(request));
        return request.submission(rules.party());
    }

    private RequestView view(UUID requestId) {
        return files.find(requestId).map(RequestView::of).orElseThrow(() -> new Rejection(Problems.notFound()));
    }
}
