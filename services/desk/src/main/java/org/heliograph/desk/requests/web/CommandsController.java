package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.requests.Commands;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/requests/{requestId}")
@Tag(name = "Cooperation requests")
final class CommandsController {

    private static final String IN_ORDER =
            "The addressee puts it in order. If something there came first, it is set aside, and commands says so.";

    private final RequestFiles files;
    private final Commands commands;

    CommandsController(RequestFiles files, Commands commands) {
        this.files = files;
        this.commands = commands;
    }

    @PostMapping("/withdraw")
    @Operation(
            operationId = "withdrawRequest",
            summary = "Ask all addressees to withdraw the request",
            description = "Each addressee puts it in order; what it decided before stands.")
    ResponseEntity<RequestView> withdraw(
            @PathVariable UUID requestId, @Valid @RequestBody Orders.WithdrawOrder order, Caller caller) {
        return answer(requestId, commands.withdraw(requestId, order.action(), caller));
    }

    @PostMapping("/answer")
    @Operation(
            operationId = "answerRequest",
            summary = "Answer what an addressee asked, so that its clock goes on",
            description = IN_ORDER)
    ResponseEntity<RequestView> answer(
            @PathVariable UUID requestId, @Valid @RequestBody Orders.AnswerOrder order, Caller caller) {
        return send(requestId, order, caller);
    }

    @PostMapping("/confirm")
    @Operation(
            operationId = "confirmRequest",
            summary = "Say that an addressee's part is done with, whether it gave help or declined",
            description = IN_ORDER)
    ResponseEntity<RequestView> confirm(
            @PathVariable UUID requestId, @Valid @RequestBody Orders.ConfirmOrder order, Caller caller) {
        return send(requestId, order, caller);
    }

    @PostMapping("/reopen")
    @Operation(
            operationId = "reopenRequest",
            summary = "Say that what came is not what was asked for; once for each addressee",
            description = IN_ORDER)
    ResponseEntity<RequestView> reopen(
            @PathVariable UUID requestId, @Valid @RequestBody Orders.ReopenOrder order, Caller caller) {
        return send(requestId, order, caller);
    }

    private ResponseEntity<RequestView> send(UUID requestId, Orders.Order order, Caller caller) {
        return answer(requestId, commands.send(requestId, order.addressee(), order.version(), order.action(), caller));
    }

    private ResponseEntity<RequestView> answer(UUID requestId, Commands.Result result) {
        return switch (result) {
            case Commands.Result.Sent _ ->
                ResponseEntity.accepted().body(AfterStoring.view(() -> RequestView.of(file(requestId))));
            case Commands.Result.NotHere _ -> throw new Rejection(Problems.notFound());
            case Commands.Result.Outdated outdated ->
                throw new Rejection(Conflicts.outdated(
                        outdated.now(),
                        outdated.last(),
                        file(requestId).request().requestingParty()));
            case Commands.Result.Refused refused ->
                throw new Rejection(Conflicts.refused(refused.refusal(), refused.now(), ""));
            case Commands.Result.OnItsWay waiting -> throw new Rejection(Conflicts.onItsWay(waiting.now()));
            case Commands.Result.NothingLeft left -> throw new Rejection(Conflicts.nothingLeft(left.standings()));
        };
    }

    private RequestFile file(UUID requestId) {
        return files.find(requestId).orElseThrow(() -> new Rejection(Problems.notFound()));
    }
}
