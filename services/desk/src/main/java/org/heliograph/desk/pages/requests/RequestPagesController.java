package org.heliograph.desk.pages.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.pages.forms.Filled;
import org.heliograph.desk.requests.Casework;
import org.heliograph.desk.requests.Commands;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RecordedStep;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.web.WrittenInput;
import org.heliograph.desk.requests.web.WrittenInput.Read;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.events.CoopAct;
import org.heliograph.pages.design.NoSuchPageException;
import org.heliograph.pages.design.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/desk/requests/{requestId:[0-9a-fA-F-]{36}}")
final class RequestPagesController {

    private static final String UNKNOWN_RESULTS = "UNKNOWN_RESULTS";

    private final RequestFiles files;
    private final Casework casework;
    private final Commands commands;
    private final WrittenInput input;
    private final Closings closings;

    RequestPagesController(
            RequestFiles files, Casework casework, Commands commands, WrittenInput input, Closings closings) {
        this.files = files;
        this.casework = casework;
        this.commands = commands;
        this.input = input;
        this.closings = closings;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID requestId, @RequestAttribute Shell shell) {
        RequestFile file = file(requestId);
        return page(file, forms(file, shell), null);
    }

    /** Who comes back to the address of a step that was refused finds the request. */
    @GetMapping("/{act}")
    String showAgain(@PathVariable UUID requestId) {
        return "redirect:/desk/requests/" + requestId;
    }

    @PostMapping("/{act}")
    ModelAndView act(
            @PathVariable UUID requestId,
            @PathVariable CoopAct act,
            @RequestParam String addressee,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> values,
            @RequestAttribute Shell shell,
            Caller caller,
            HttpServletResponse response) {
        if (!ActForms.isOfficers(act)) {
            throw new NoSuchPageException();
        }
        RequestFile file = file(requestId);
        ActForms forms = forms(file, shell);
        Filled form = Filled.of(RequestPage.formName(act, addressee), forms.fields(act), values);
        Map<String, Object> fields = new LinkedHashMap<>(form.input(shell.zone()));
        boolean out = file.request().direction() == Direction.OUT;
        if (act != CoopAct.WITHDRAW) {
            fields.put("version", version);
            if (isOrder(act)) {
                fields.put("addressee", addressee);
            }
        }
        return switch (input.act(act, fields)) {
            case Read.Bad<Action>(var errors) -> again(file, forms, form.wrong(errors, shell.words()), response);
            case Read.Good<Action>(Action action) -> {
                try {
                    yield conflict(file, addressee, version, action, out, caller)
                            .map(conflict -> refused(file, conflict, act, forms, form, response))
                            .orElseGet(() -> new ModelAndView("redirect:/desk/requests/" + requestId + "?done=" + act));
                } catch (InvalidEventException invalid) {
                    yield again(file, forms, form.wrong(errors(invalid), shell.words()), response);
                }
            }
        };
    }

    private static List<FieldError> errors(InvalidEventException invalid) {
        return invalid.violations().stream()
                .map(violation -> violation.split(": ", 2))
                .map(parts -> new FieldError(Closing.field(parts[0]), parts[parts.length - 1]))
                .toList();
    }

    /** What was written stays in its form, which says what is wrong with it. */
    private static ModelAndView again(RequestFile file, ActForms forms, Filled form, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(file, forms, form);
    }

    /** Empty where the step was taken, or sent. */
    private Optional<Conflict> conflict(
            RequestFile file, String addressee, int version, Action action, boolean out, Caller caller) {
        UUID id = file.request().id();
        String requester = file.request().requestingParty();
        if (!out) {
            return of(casework.act(id, version, action, caller), requester);
        }
        return action instanceof Action.Withdraw withdraw
                ? of(commands.withdraw(id, withdraw, caller), requester)
                : of(commands.send(id, addressee, version, action, caller), requester);
    }

    private static Optional<Conflict> of(Casework.Result result, String requester) {
        return switch (result) {
            case Casework.Result.Taken _ -> Optional.empty();
            case Casework.Result.NotHere _ -> throw new NoSuchPageException();
            case Casework.Result.Outdated(var now, var last) ->
                Optional.of(Conflict.outdated(now, entry(last, requester)));
            case Casework.Result.UnknownResults _ -> Optional.of(Conflict.of(UNKNOWN_RESULTS, List.of()));
            case Casework.Result.Refused(var refusal, var now) -> Optional.of(Conflict.of(refusal, now));
        };
    }

    private static Optional<Conflict> of(Commands.Result result, String requester) {
        return switch (result) {
            case Commands.Result.Sent _ -> Optional.empty();
            case Commands.Result.NotHere _ -> throw new NoSuchPageException();
            case Commands.Result.Outdated(var now, var last) ->
                Optional.of(Conflict.outdated(now, entry(last, requester)));
            case Commands.Result.Refused(var refusal, var now) -> Optional.of(Conflict.of(refusal, now));
            case Commands.Result.OnItsWay(var now) -> Optional.of(Conflict.of("ON_ITS_WAY", List.of(now)));
            case Commands.Result.NothingLeft(var standings) -> Optional.of(Conflict.of("NOTHING_LEFT", standings));
        };
    }

    private static RequestPage.@Nullable Entry entry(@Nullable RecordedStep step, String requester) {
        return step == null ? null : RequestPage.Entry.of(step, requester);
    }

    /** Where other input would help, in the form; else on a page of its own. */
    private static ModelAndView refused(
            RequestFile file,
            Conflict conflict,
            CoopAct act,
            ActForms forms,
            Filled form,
            HttpServletResponse response) {
        if (conflict.reason().equals(UNKNOWN_RESULTS)) {
            return again(
                    file, forms, form.wrong("results", forms.words().text("conflict." + UNKNOWN_RESULTS)), response);
        }
        Optional<Filled> wrong = Optional.ofNullable(conflict.refusal())
                .flatMap(refusal -> forms.field(refusal).map(field -> form.wrong(field, forms.saying(refusal))));
        if (wrong.isPresent()) {
            return again(file, forms, wrong.get(), response);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return new ModelAndView("desk/conflict")
                .addObject("request", file.request())
                .addObject("conflict", conflict)
                .addObject("act", act)
                .addObject("form", form);
    }

    private static boolean isOrder(CoopAct act) {
        return act == CoopAct.ANSWER || act == CoopAct.CONFIRM || act == CoopAct.REOPEN;
    }

    private static ModelAndView page(RequestFile file, ActForms forms, @Nullable Filled written) {
        return new ModelAndView("desk/request").addObject("view", RequestPage.of(file, forms, written));
    }

    private ActForms forms(RequestFile file, Shell shell) {
        return new ActForms(closings.of(file), shell.words());
    }

    private RequestFile file(UUID requestId) {
        return files.find(requestId).orElseThrow(NoSuchPageException::new);
    }
}
