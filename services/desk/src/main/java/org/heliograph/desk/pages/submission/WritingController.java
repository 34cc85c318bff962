package org.heliograph.desk.pages.submission;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.InvalidEventException;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.desk.pages.forms.Filled;
import org.heliograph.desk.pages.seen.SeenEvent;
import org.heliograph.desk.pages.seen.SeenEvents;
import org.heliograph.desk.preview.NoPreviewException;
import org.heliograph.desk.requests.Addressees;
import org.heliograph.desk.requests.IdempotencyKey;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.Submission;
import org.heliograph.desk.requests.Submissions;
import org.heliograph.desk.requests.web.WrittenInput;
import org.heliograph.desk.requests.web.WrittenInput.Read;
import org.heliograph.desk.web.AfterStoring;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.events.RequestKind;
import org.heliograph.pages.design.NoSuchPageException;
import org.heliograph.pages.design.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

@Controller
@RequestMapping("/desk/new")
final class WritingController {

    private static final Map<String, List<String>> BEGINNING = Map.of(
            "urgency", List.of("EXPECTED"),
            "priority", List.of("MEDIUM"),
            "tlp", List.of("AMBER"));

    private final Submissions submissions;
    private final WrittenInput input;
    private final Addressees addressees;
    private final JdbcDrafts drafts;
    private final SeenEvents events;
    private final JsonMapper json;

    WritingController(
            Submissions submissions,
            WrittenInput input,
            Addressees addressees,
            JdbcDrafts drafts,
            SeenEvents events,
            JsonMapper json) {
        this.submissions = submissions;
        this.input = input;
        this.addressees = addressees;
        this.drafts = drafts;
        this.events = events;
        this.json = json;
    }

    /** @param about what an officer sees and asks about, as {@link SeenEvent#reference} says it */
    @GetMapping
    ModelAndView kinds(@RequestParam(required = false) @Nullable String about) {
        ModelAndView page = new ModelAndView("desk/new")
                .addObject("kinds", KindForms.kinds())
                .addObject("drafts", drafts.list());
        return about == null ? page : page.addObject("seen", seen(about));
    }

    @GetMapping("/{kind}")
    ModelAndView begin(
            @PathVariable RequestKind kind,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable String about,
            @RequestAttribute Shell shell) {
        if (draft != null) {
            Draft kept =
                    drafts.find(draft).filter(found -> found.kind() == kind).orElseThrow(NoSuchPageException::new);
            return page(kind, filled(kind, kept.values()), kept.id(), kept.version());
        }
        Map<String, List<String>> values = new LinkedHashMap<>(BEGINNING);
        values.put("language", List.of(shell.locale().getLanguage()));
        if (about == null) {
            return page(kind, filled(kind, values), UUID.randomUUID(), 0);
        }
        Beginning beginning = new Beginning(seen(about), kind);
        values.putAll(beginning.values(shell));
        return page(kind, filled(kind, values), UUID.randomUUID(), 0).addObject("beginning", beginning);
    }

    private SeenEvent seen(String about) {
        return events.find(about).orElseThrow(NoSuchPageException::new);
    }

    /** Who would receive it, beside the form: for browsers with scripts. */
    @PostMapping("/{kind}/preview")
    ModelAndView previewBeside(
            @PathVariable RequestKind kind,
            @RequestParam MultiValueMap<String, String> values,
            @RequestAttribute Shell shell,
            Caller caller) {
        Filled form = filled(kind, values);
        return preview(new ModelAndView("desk/write :: preview"), read(kind, form, shell), caller);
    }

    @PostMapping(path = "/{kind}", params = "do=preview")
    ModelAndView preview(
            @PathVariable RequestKind kind,
            @RequestParam UUID draft,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> values,
            @RequestAttribute Shell shell,
            Caller caller) {
        Filled form = filled(kind, values);
        Read<Submission> read = read(kind, form, shell);
        return preview(page(kind, wrong(form, read, shell), draft, version), read, caller);
    }

    @PostMapping(path = "/{kind}", params = "do=keep")
    ModelAndView keep(
            @PathVariable RequestKind kind,
            @RequestParam UUID draft,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> values,
            HttpServletResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        List.of("_csrf", "do", "draft", "version").forEach(kept::remove);
        if (drafts.keep(draft, kind, kept, version)) {
            return new ModelAndView("redirect:/desk/new/" + kind + "?kept&draft=" + draft);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(kind, filled(kind, kept), UUID.randomUUID(), 0).addObject("overtaken", true);
    }

    @PostMapping(path = "/{kind}", params = "do=discard")
    String discard(@RequestParam UUID draft) {
        drafts.discard(draft);
        return "redirect:/desk/new";
    }

    @PostMapping(path = "/{kind}", params = "do=submit")
    ModelAndView submit(
            @PathVariable RequestKind kind,
            @RequestParam UUID draft,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> values,
            @RequestAttribute Shell shell,
            Caller caller,
            Authentication officer,
            HttpServletResponse response) {
        Filled form = filled(kind, values);
        Read<Submission> read = read(kind, form, shell);
        if (!(read instanceof Read.Good<Submission>(Submission submission))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(kind, wrong(form, read, shell), draft, version);
        }
        // A second click sends the same form again, and creates nothing more.
        IdempotencyKey once = IdempotencyKey.of(
                officer.getName(), draft.toString(), json.writeValueAsBytes(form.input(shell.zone())));
        try {
            return switch (submissions.submit(submission, caller, once)) {
                case Submissions.Result.Created(RequestFile file) ->
                    submitted(file.request().id(), draft);
                case Submissions.Result.Repeated(UUID id) -> submitted(id, draft);
                case Submissions.Result.KeyReused _ -> {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    yield page(kind, form, UUID.randomUUID(), 0).addObject("overtaken", true);
                }
            };
        } catch (InvalidEventException invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(kind, form.wrong(errors(invalid), shell.words()), draft, version);
        }
    }

    private ModelAndView submitted(UUID request, UUID draft) {
        AfterStoring.view(() -> {
            drafts.discard(draft);
            return true;
        });
        return new ModelAndView("redirect:/desk/requests/" + request + "?done=SUBMIT");
    }

    private ModelAndView preview(ModelAndView page, Read<Submission> read, Caller caller) {
        if (!(read instanceof Read.Good<Submission>(Submission submission))) {
            return page.addObject("said", "INCOMPLETE");
        }
        try {
            return page.addObject("said", "ANSWER").addObject("answer", submissions.preview(submission, caller));
        } catch (NoPreviewException away) {
            return page.addObject("said", "AWAY");
        } catch (InvalidEventException invalid) {
            return page.addObject("said", "INCOMPLETE");
        }
    }

    /** The kind is what the address says. */
    private Read<Submission> read(RequestKind kind, Filled form, Shell shell) {
        Map<String, Object> fields = form.input(shell.zone());
        fields.put("kind", kind.name());
        String about = form.value(Beginning.ABOUT);
        if (about.isEmpty()) {
            return input.submission(fields);
        }
        Optional<Beginning> beginning = beginning(kind, about);
        if (beginning.isEmpty()) {
            return new Read.Bad<>(List.of(new FieldError(Beginning.ABOUT, "about.gone")));
        }
        fields.put("purposes", beginning.get().purposes());
        return input.submission(fields).then(submission -> derived(submission, beginning.get()));
    }

    private static Read<Submission> derived(Submission submission, Beginning beginning) {
        List<FieldError> broken = beginning.broken(submission);
        return broken.isEmpty()
                ? new Read.Good<>(submission.derivedFrom(
                        beginning.seen().source().stream().toList()))
                : new Read.Bad<>(broken);
    }

    /** Empty where nothing of it may go on into this kind any more, or where it is not there. */
    private Optional<Beginning> beginning(RequestKind kind, String about) {
        return events.find(about).map(seen -> new Beginning(seen, kind)).filter(Beginning::isGiven);
    }

    private static Filled wrong(Filled form, Read<Submission> read, Shell shell) {
        return read instanceof Read.Bad<Submission>(List<FieldError> errors) ? form.wrong(errors, shell.words()) : form;
    }

    private static List<FieldError> errors(InvalidEventException invalid) {
        return invalid.violations().stream()
                .map(violation -> violation.split(": ", 2))
                .map(parts -> new FieldError(parts[0], parts[parts.length - 1]))
                .toList();
    }

    private Filled filled(RequestKind kind, Map<String, List<String>> values) {
        return Filled.of("new", fields(kind, values.getOrDefault("addressees", List.of())), values);
    }

    /** @param chosen before; still there to be seen where the gate no longer names them, or is away */
    private List<Field> fields(RequestKind kind, List<String> chosen) {
        if (!KindForms.kinds().contains(kind)) {
            throw new NoSuchPageException();
        }
        List<String> eligible = addressees
                .byKind()
                .map(byKind -> byKind.getOrDefault(kind, List.of()))
                .orElse(List.of());
        return KindForms.fields(
                kind,
                Stream.concat(eligible.stream(), chosen.stream()).distinct().toList());
    }

    private ModelAndView page(RequestKind kind, Filled form, UUID draft, int version) {
        return new ModelAndView("desk/write")
                .addObject(
                        "beginning",
                        beginning(kind, form.value(Beginning.ABOUT)).orElse(null))
                .addObject("kind", kind)
                .addObject("form", form)
                .addObject("draft", draft)
                .addObject("version", version);
    }
}
