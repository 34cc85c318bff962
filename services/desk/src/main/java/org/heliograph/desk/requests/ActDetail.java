package org.heliograph.desk.requests;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.FormalRequest;
import org.heliograph.cooperation.Fulfilment;
import org.heliograph.cooperation.Ground;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.web.Given;
import org.heliograph.events.CoopAct;
import org.heliograph.events.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What an action carries, laid flat as events and tables do. Of a command that was set aside, which one it was is the
 * cause of the step and not in here.
 *
 * @param text what is said: a reason, an answer, what was done
 * @param redirect who is competent instead
 * @param counts what came of it in numbers
 * @param formalRequest that went between central authorities
 * @param level 1 unit head, 2 HQ focal point, 3 platform coordinators
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ActDetail(
        @Nullable String assignedTo,
        List<String> questions,
        @Nullable ReasonCode reasonCode,
        @Nullable String text,
        @Nullable String redirect,
        @Nullable Instant until,
        List<String> conditions,
        @Nullable Boolean whole,
        List<String> results,
        Deadline.@Nullable Duty duty,
        @Nullable Instant dueAt,
        @Nullable Integer level,
        @Nullable Refusal setAside,
        SortedMap<String, Integer> counts,
        @Nullable FormalRequest formalRequest) {

    public ActDetail {
        counts = counts == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        questions = List.copyOf(Given.orEmpty(questions));
        conditions = List.copyOf(Given.orEmpty(conditions));
        results = List.copyOf(Given.orEmpty(results));
    }

    /** What an action carries. */
    public static ActDetail of(Action action) {
        Parts parts = new Parts();
        switch (action) {
            case Action.Acknowledge _, Action.Start _, Action.Confirm _, Action.Lapse _ -> {}
            case Action.Assign(String to) -> parts.assignedTo = to;
            case Action.Ask(List<String> questions) -> parts.questions = questions;
            case Action.Answer(String text) -> parts.text = text;
            case Action.Accept(List<String> conditions) -> parts.conditions = conditions;
            case Action.Postpone(Ground ground, Instant until) -> {
                parts.ground(ground);
                parts.until = until;
            }
            case Action.Consult(Ground ground) -> parts.ground(ground);
            case Action.Decline(Ground ground) -> parts.ground(ground);
            case Action.Fulfil(Fulfilment given) -> {
                parts.whole = given.whole();
                parts.text = given.summary();
                parts.results = given.results();
                parts.counts = given.counts();
                parts.formalRequest = given.formalRequest();
            }
            case Action.Reopen(String reason) -> parts.text = reason;
            case Action.Withdraw(String reason) -> parts.text = reason;
            case Action.Warn(Deadline deadline) -> parts.deadline(deadline);
            case Action.Escalate(Deadline deadline, int level) -> {
                parts.deadline(deadline);
                parts.level = level;
            }
            case Action.SetAside(UUID _, Refusal because) -> parts.setAside = because;
        }
        return parts.detail();
    }

    /**
     * The action again.
     *
     * @param causation the event that led to it
     * @throws IllegalArgumentException where act and detail make none
     */
    Action action(CoopAct act, @Nullable UUID causation) {
        return switch (act) {
            case ACKNOWLEDGE -> new Action.Acknowledge();
            case ASSIGN -> new Action.Assign(needed(assignedTo, act));
            case ASK -> new Action.Ask(questions);
            case ANSWER -> new Action.Answer(needed(text, act));
            case ACCEPT -> new Action.Accept(conditions);
            case POSTPONE -> new Action.Postpone(ground(act), needed(until, act));
            case CONSULT -> new Action.Consult(ground(act));
            case DECLINE -> new Action.Decline(ground(act));
            case START -> new Action.Start();
            case FULFIL ->
                new Action.Fulfil(
                        new Fulfilment(needed(whole, act), needed(text, act), results, counts, formalRequest));
            case CONFIRM -> new Action.Confirm();
            case REOPEN -> new Action.Reopen(needed(text, act));
            case WITHDRAW -> new Action.Withdraw(text);
            case LAPSE -> new Action.Lapse();
            case WARN -> new Action.Warn(deadline(act));
            case ESCALATE -> new Action.Escalate(deadline(act), needed(level, act));
            case SET_ASIDE -> new Action.SetAside(needed(causation, act), needed(setAside, act));
            case UNKNOWN -> throw new IllegalArgumentException("an act that this version does not know");
        };
    }

    private Ground ground(CoopAct act) {
        return new Ground(needed(reasonCode, act), needed(text, act), redirect);
    }

    private Deadline deadline(CoopAct act) {
        return new Deadline(needed(duty, act), needed(dueAt, act));
    }

    private static <T> T needed(@Nullable T part, CoopAct act) {
        if (part == null) {
            throw new IllegalArgumentException(act + " without all that belongs to it");
        }
        return part;
    }

    private static final class Parts {

        private @Nullable String assignedTo;
        private List<String> questions = List.of();
        private @Nullable ReasonCode reasonCode;
        private @Nullable String text;
        private @Nullable String redirect;
        private @Nullable Instant until;
        private List<String> conditions = List.of();
        private @Nullable Boolean whole;
        private List<String> results = List.of();
        private Deadline.@Nullable Duty duty;
        private @Nullable Instant dueAt;
        private @Nullable Integer level;
        private @Nullable Refusal setAside;
        private SortedMap<String, Integer> counts = Collections.emptySortedMap();
        private @Nullable FormalRequest formalRequest;

        private void ground(Ground ground) {
            reasonCode = ground.code();
            text = ground.explanation();
            redirect = ground.redirect();
        }

        private void deadline(Deadline deadline) {
            duty = deadline.duty();
            dueAt = deadline.dueAt();
        }

        private ActDetail detail() {
            return new ActDetail(
                    assignedTo,
                    questions,
                    reasonCode,
                    text,
                    redirect,
                    until,
                    conditions,
                    whole,
                    results,
                    duty,
                    dueAt,
                    level,
                    setAside,
                    counts,
                    formalRequest);
        }
    }
}
