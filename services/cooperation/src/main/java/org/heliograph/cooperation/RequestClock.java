package org.heliograph.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.heliograph.cooperation.Deadline.Duty;
import org.heliograph.events.RequestKind;

/**
 * Reads from the steps of an instance when what is due. It keeps nothing: what was warned of and escalated stands in
 * the steps, so that neither a restart nor a second reader can do it twice. Pure and safe for use by many threads.
 */
public final class RequestClock {

    /** A requester that is not heard of for so long lets the instance end. */
    public static final Duration LAPSE = Duration.ofDays(30);

    /** A warning comes when no more than this share of the time is left. */
    private static final int WARNING_SHARE = 4;

    private final Pace pace;
    private final WorkCalendar calendar;

    /** @param calendar of the addressee; taken only where the pace counts working days */
    public RequestClock(Pace pace, WorkCalendar calendar) {
        this.pace = pace;
        this.calendar = pace.workingDays() ? calendar : WorkCalendar.ALWAYS;
    }

    /**
     * What a clock shows.
     *
     * @param deadline what the addressee owes, if anything
     * @param paused whether time does not run against the addressee now; the deadline then is where it would be if it
     *     ran on from now
     * @param next what the clock itself does next, unless somebody acts before
     */
    public record Reading(Optional<Deadline> deadline, boolean paused, Optional<Due> next) {}

    /** What the clock does, and when; it may be late already. */
    public record Due(Instant at, Action action) {}

    /** How far a deadline is. */
    private sealed interface Hand {

        record Still() implements Hand {}

        record Running(Duty duty, Instant dueAt) implements Hand {}

        /** @param until when it goes on by itself; never, if that is the requester's to say */
        record Paused(Duty duty, Duration left, Optional<Instant> until) implements Hand {}
    }

    /**
     * Reads the clock.
     *
     * @param steps in order and without a gap
     */
    public Reading read(RequestKind kind, Instant submittedAt, List<Step> steps, Instant now) {
        Instance instance = Instance.of(kind);
        Hand hand = new Hand.Running(Duty.ACKNOWLEDGE, calendar.plus(submittedAt, pace.acknowledge()));
        Instant entered = submittedAt;
        boolean warned = false;
        for (Step step : steps) {
            Instance next = instance.after(step);
            if (!Duty.in(next.state()).equals(Duty.in(instance.state()))) {
                warned = false;
            }
            if (!next.state().equals(instance.state())) {
                hand = moved(hand, next.state(), submittedAt, step.at());
                entered = step.at();
            }
            warned |= step.action() instanceof Action.Warn;
            instance = next;
        }
        return reading(instance, hand, entered, warned, now);
    }

    private Hand moved(Hand hand, State to, Instant submittedAt, Instant at) {
        Optional<Duty> owed = Duty.in(to);
        if (owed.isEmpty()) {
            return new Hand.Still();
        }
        Duty duty = owed.get();
        return switch (to) {
            case State.InfoNeeded _ -> new Hand.Paused(duty, left(hand, duty, at), Optional.empty());
            case State.Postponed postponed ->
                new Hand.Paused(duty, left(hand, duty, at), Optional.of(postponed.until()));
            default -> running(hand, duty, submittedAt, at);
        };
    }

    private Duration left(Hand hand, Duty duty, Instant at) {
        return switch (hand) {
            case Hand.Running(Duty same, Instant dueAt) when same == duty -> calendar.between(at, dueAt);
            case Hand.Paused(Duty _, Duration left, Optional<Instant> _) -> left;
            default -> pace.span(duty);
        };
    }

    private Hand running(Hand hand, Duty duty, Instant submittedAt, Instant at) {
        return switch (hand) {
            case Hand.Running(Duty same, Instant _) when same == duty -> hand;
            case Hand.Running _ -> new Hand.Running(duty, calendar.plus(submittedAt, pace.span(duty)));
            case Hand.Paused(Duty _, Duration left, Optional<Instant> until) ->
                new Hand.Running(duty, calendar.plus(until.filter(at::isAfter).orElse(at), left));
            case Hand.Still _ -> new Hand.Running(duty, calendar.plus(at, pace.span(duty)));
        };
    }

    private Reading reading(Instance instance, Hand hand, Instant entered, boolean warned, Instant now) {
        return switch (hand) {
            case Hand.Still _ -> new Reading(Optional.empty(), false, lapse(instance.state(), entered));
            case Hand.Running(Duty duty, Instant dueAt) ->
                new Reading(
                        Optional.of(new Deadline(duty, dueAt)),
                        false,
                        next(instance, new Deadline(duty, dueAt), warned, now));
            case Hand.Paused(Duty duty, Duration left, Optional<Instant> until) -> {
                Instant from = until.orElse(now);
                Deadline deadline = new Deadline(duty, calendar.plus(from, left));
                yield new Reading(
                        Optional.of(deadline),
                        until.isEmpty() || now.isBefore(until.get()),
                        until.isEmpty()
                                ? lapse(instance.state(), entered)
                                : next(instance, deadline, warned, now)
                                        .map(due -> due.at().isBefore(from) ? new Due(from, due.action()) : due));
            }
        };
    }

    private static Optional<Due> lapse(State state, Instant entered) {
        return switch (state) {
            case State.InfoNeeded _, State.Fulfilled _, State.Declined _, State.Withdrawn _ ->
                Optional.of(new Due(entered.plus(LAPSE), new Action.Lapse()));
            default -> Optional.empty();
        };
    }

    private Optional<Due> next(Instance instance, Deadline deadline, boolean warned, Instant now) {
        int level = instance.escalation();
        if (level == 0 && !warned && now.isBefore(deadline.dueAt())) {
            return Optional.of(new Due(warningAt(deadline), new Action.Warn(deadline)));
        }
        return level == Action.HIGHEST_LEVEL
                ? Optional.empty()
                : Optional.of(new Due(
                        calendar.plus(deadline.dueAt(), pace.escalate().multipliedBy(level + 1L)),
                        new Action.Escalate(deadline, level + 1)));
    }

    /** On a calendar with days off a warning may come earlier than a quarter of the span, never later. */
    private Instant warningAt(Deadline deadline) {
        Duration share = pace.span(deadline.duty()).dividedBy(WARNING_SHARE);
        Instant guess = deadline.dueAt().minus(share);
        while (calendar.between(guess, deadline.dueAt()).compareTo(share) < 0) {
            guess = guess.minus(Duration.ofDays(1));
        }
        return guess;
    }
}
