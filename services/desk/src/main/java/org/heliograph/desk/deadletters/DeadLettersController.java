package org.heliograph.desk.deadletters;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.util.List;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.preview.NoPreviewException;
import org.heliograph.desk.web.PartyId;
import org.heliograph.desk.web.PlainText;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.DeliveryActor;
import org.heliograph.exchange.inbox.Actor;
import org.heliograph.exchange.inbox.DeadLetter;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetterOffice;
import org.heliograph.exchange.inbox.DeadLetterOffice.Choice;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retries;
import org.heliograph.exchange.inbox.DeadLetterRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For officers of this party, and under the other address for operators. Neither shows content. */
@RestController
@RequestMapping({"/api/v1/dead-letters", "/api/oversight/dead-letters"})
@Tag(
        name = "Dead letters",
        description = "Records that could not be applied, and those of the same case that wait behind them. Under"
                + " /api/oversight for operators, with a token for operations")
final class DeadLettersController {

    private static final String GIVEN_UP =
            "The reason is told to operators and to the originator, and who decided by function: say nothing of the"
                    + " content.";

    private final DeadLetterOffice office;
    private final LetterActs acts;

    DeadLettersController(DeadLetterOffice office, LetterActs acts) {
        this.office = office;
        this.acts = acts;
    }

    /**
     * Some letters, oldest first.
     *
     * @param next for {@code after} of the next page; null if this is the last
     * @param open how many wait in all
     */
    record Letters(List<DeadLetter> items, @Nullable Long next, long open) {}

    /** @param acts what was done about it, in order */
    record Letter(DeadLetter letter, List<Act> acts) {}

    /**
     * What a retry came to.
     *
     * @param applied ids of those that were applied, in order
     * @param failed the one that still cannot be; null if nothing is left of the case
     */
    record Retried(List<Long> applied, @Nullable DeadLetter failed) {}

    /**
     * Which cases to retry, by the first letter of each; what is absent chooses all.
     *
     * @param reason how its reason begins, such as the kind of the failure
     */
    record NewRetries(
            @Pattern(regexp = PartyId.PATTERN, message = PartyId.EXPECTED) @Nullable
            String originator,

            @PlainText(max = 128) @Nullable String eventType,
            @PlainText(max = 500) @Nullable String reason) {}

    /**
     * What the retry of many cases came to.
     *
     * @param applied ids of those that were applied, those of one case in order
     * @param failed of each case that is not through, the one that still cannot be applied
     * @param next for {@code after} of the next call; null if no more cases were chosen
     */
    record RetriedAll(
            List<Long> applied,
            List<DeadLetter> failed,
            @Nullable Long next) {}

    record NewDiscard(@NotNull @PlainText(max = 500) String reason) {}

    record NewReturn(@NotNull @PlainText(max = 500) String reason) {}

    @GetMapping
    @Operation(operationId = "listDeadLetters", summary = "List dead letters, oldest first, without their content")
    Letters list(
            @Parameter(description = "Whether to leave out those that were resolved")
                    @RequestParam(defaultValue = "true")
                    boolean open,
            @Parameter(description = "Letters with a greater id") @RequestParam(defaultValue = "0") @Min(0) long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
        List<DeadLetter> letters = office.list(open, after, size);
        return new Letters(
                letters, letters.size() < size ? null : letters.getLast().id(), office.open());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readDeadLetter", summary = "Read a dead letter and what was done about it")
    Letter read(@PathVariable long id) {
        return new Letter(office.find(id).orElseThrow(() -> new Rejection(Problems.notFound())), office.acts(id));
    }

    @PostMapping("/{id}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Apply a letter, and what waits behind it",
            description = "In the order in which they came, each in a transaction of its own, until one fails.")
    Retried retry(@PathVariable long id, Principal who, Caller caller) {
        DeadLetterOffice.Retry retry = office.retry(id, actor(who, caller));
        return new Retried(retry.applied(), retry.failed().orElse(null));
    }

    @PostMapping("/retry")
    @Operation(
            operationId = "retryDeadLetters",
            summary = "Apply the letters of many cases",
            description = "Oldest case first, the letters of one case in the order in which they came, until one of"
                    + " that case fails; the other cases go on. Each letter is a transaction of its own: what was"
                    + " applied stays so, whatever ends the call. Call again with after until there is no next.")
    RetriedAll retryAll(
            @Valid @RequestBody NewRetries which,
            @Parameter(description = "Cases whose first letter has a greater id")
                    @RequestParam(defaultValue = "0")
                    @Min(0)
                    long after,
            @Parameter(description = "At most so many cases") @RequestParam(defaultValue = "50") @Min(1) @Max(500)
                    int size,
            Principal who,
            Caller caller) {
        Retries retries = office.retryAll(
                new Choice(which.originator(), which.eventType(), which.reason()), actor(who, caller), after, size);
        return new RetriedAll(
                retries.applied(),
                retries.failed(),
                retries.next().isPresent() ? retries.next().getAsLong() : null);
    }

    @PostMapping("/{id}/return")
    @Operation(
            operationId = "returnDeadLetter",
            summary = "Give a letter back to its originator",
            description = "It is closed here, and its originator learns that the event did not take effect at this"
                    + " party, so that it can send it anew, corrected. One person may: nothing is lost by it. Refused"
                    + " where the gate says that the originator may not be told, and for a letter that holds no event"
                    + " whose envelope can be read. "
                    + GIVEN_UP)
    DeadLetter giveBack(@PathVariable long id, @Valid @RequestBody NewReturn given, Principal who, Caller caller) {
        return acts.giveBack(id, person(who, caller), given.reason());
    }

    @PostMapping("/{id}/discard")
    @Operation(
            operationId = "proposeDiscard",
            summary = "Propose to give a letter up",
            description = "Somebody else has to confirm. " + GIVEN_UP)
    DeadLetter propose(@PathVariable long id, @Valid @RequestBody NewDiscard discard, Principal who, Caller caller) {
        return office.proposeDiscard(id, person(who, caller), discard.reason());
    }

    @PostMapping("/{id}/discard/confirm")
    @Operation(operationId = "confirmDiscard", summary = "Give a letter up, as somebody else proposed")
    DeadLetter confirm(@PathVariable long id, Principal who, Caller caller) {
        return office.confirmDiscard(id, person(who, caller));
    }

    private static Actor actor(Principal who, Caller caller) {
        return new Actor(
                who.getName(),
                switch (caller.role()) {
                    case "officer" -> DeliveryActor.OFFICER;
                    case "operator" -> DeliveryActor.OPERATOR;
                    default -> DeliveryActor.SYSTEM;
                });
    }

    private static Actor person(Principal who, Caller caller) {
        Actor actor = actor(who, caller);
        if (actor.function() == DeliveryActor.SYSTEM) {
            throw new Rejection(Problems.of(
                    HttpStatus.FORBIDDEN,
                    "people-only",
                    "A person has to decide this",
                    "A system may retry; to give a letter back takes a person, to give it up two"));
        }
        return actor;
    }

    @ExceptionHandler
    ProblemDetail refused(DeadLetterRefusedException refused) {
        return switch (refused.refused()) {
            case UNKNOWN -> Problems.notFound();
            case RESOLVED -> conflict("resolved", "It is settled already", refused);
            case BEHIND_ANOTHER -> conflict("behind-another", "Another letter has to be first", refused);
            case NOT_PROPOSED -> conflict("not-proposed", "Nobody has proposed that", refused);
            case SAME_PERSON -> conflict("same-person", "Two people have to agree", refused);
            case NO_EVENT -> conflict("no-event", "Nobody knows whose it is", refused);
            case OWN_EVENT -> conflict("own-event", "It is an event of this party", refused);
            case NO_OUTBOX -> conflict("no-outbox", "This party tells nobody anything", refused);
        };
    }

    @ExceptionHandler
    ProblemDetail notTold(NotToldException refused) {
        return Problems.of(
                HttpStatus.CONFLICT, "dead-letter-not-told", "Its originator may not be told", refused.explanation());
    }

    @ExceptionHandler
    ProblemDetail gateAway(NoPreviewException away) {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "no-preview",
                "The gate cannot be asked just now",
                "Only the gate knows whether the originator may be told. Nothing was changed; try again later");
    }

    private static ProblemDetail conflict(String name, String title, DeadLetterRefusedException refused) {
        return Problems.of(HttpStatus.CONFLICT, "dead-letter-" + name, title, refused.explanation());
    }
}
