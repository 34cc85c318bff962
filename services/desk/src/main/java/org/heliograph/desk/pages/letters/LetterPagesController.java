package org.heliograph.desk.pages.letters;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.security.Principal;
import org.heliograph.desk.deadletters.LetterActs;
import org.heliograph.desk.deadletters.NotToldException;
import org.heliograph.desk.preview.NoPreviewException;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.DeliveryActor;
import org.heliograph.exchange.inbox.Actor;
import org.heliograph.exchange.inbox.DeadLetterRefusedException;
import org.heliograph.pages.design.NoSuchPageException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For officers of the party. No content: who needs it reads it by REST. */
@Controller
@RequestMapping("/desk/letters")
final class LetterPagesController {

    private static final int MOST = 100;

    private final LetterActs acts;
    private final Validator validator;

    LetterPagesController(LetterActs acts, Validator validator) {
        this.acts = acts;
        this.validator = validator;
    }

    /** What an officer can do; the last part of the address. */
    enum Way {
        RETRY,
        RETURN,
        DISCARD,
        CONFIRM
    }

    /** Why nothing, or not all, was done. */
    enum Wrong {
        RESOLVED,
        BEHIND_ANOTHER,
        NOT_PROPOSED,
        SAME_PERSON,
        NO_EVENT,
        OWN_EVENT,
        NO_OUTBOX,
        NOT_TOLD,
        GATE_AWAY,
        REASON,
        STILL_FAILS
    }

    private record Given(@PlainText(max = 500) String reason) {}

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable Way done) {
        return page(null).addObject("done", done);
    }

    /** Who comes back to the address of an act that was refused finds the list. */
    @GetMapping("/{id}/{way}")
    String showAgain(@PathVariable long id, @PathVariable Way way) {
        return "redirect:/desk/letters";
    }

    @PostMapping("/{id}/{way}")
    ModelAndView act(
            @PathVariable long id,
            @PathVariable Way way,
            @RequestParam(required = false) @Nullable String reason,
            Principal who,
            HttpServletResponse response) {
        Actor officer = new Actor(who.getName(), DeliveryActor.OFFICER);
        Wrong wrong = wrong(id, way, reason, officer);
        if (wrong == null) {
            return new ModelAndView("redirect:/desk/letters?done=" + way);
        }
        HttpStatus status = switch (wrong) {
            case REASON -> HttpStatus.UNPROCESSABLE_CONTENT;
            case GATE_AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.CONFLICT;
        };
        response.setStatus(status.value());
        return page(wrong);
    }

    private @Nullable Wrong wrong(long id, Way way, @Nullable String reason, Actor officer) {
        boolean needsReason = way == Way.RETURN || way == Way.DISCARD;
        if (needsReason
                && (reason == null || !validator.validate(new Given(reason)).isEmpty())) {
            return Wrong.REASON;
        }
        String text = reason == null ? "" : reason;
        try {
            switch (way) {
                case RETRY -> {
                    if (acts.retry(id, officer).failed().isPresent()) {
                        return Wrong.STILL_FAILS;
                    }
                }
                case RETURN -> acts.giveBack(id, officer, text);
                case DISCARD -> acts.proposeDiscard(id, officer, text);
                case CONFIRM -> acts.confirmDiscard(id, officer);
            }
            return null;
        } catch (DeadLetterRefusedException refused) {
            return of(refused);
        } catch (NotToldException untold) {
            return Wrong.NOT_TOLD;
        } catch (NoPreviewException away) {
            return Wrong.GATE_AWAY;
        }
    }

    private static Wrong of(DeadLetterRefusedException refused) {
        return switch (refused.refused()) {
            case UNKNOWN -> throw new NoSuchPageException();
            case RESOLVED -> Wrong.RESOLVED;
            case BEHIND_ANOTHER -> Wrong.BEHIND_ANOTHER;
            case NOT_PROPOSED -> Wrong.NOT_PROPOSED;
            case SAME_PERSON -> Wrong.SAME_PERSON;
            case NO_EVENT -> Wrong.NO_EVENT;
            case OWN_EVENT -> Wrong.OWN_EVENT;
            case NO_OUTBOX -> Wrong.NO_OUTBOX;
        };
    }

    private ModelAndView page(@Nullable Wrong wrong) {
        return new ModelAndView("desk/letters")
                .addObject("letters", acts.open(MOST))
                .addObject("count", acts.count())
                .addObject("wrong", wrong);
    }
}
