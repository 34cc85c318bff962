package org.heliograph.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.events.CoopAct;
import org.heliograph.events.ReasonCode;

/**
 * Decides about actions on an addressee's instance. Pure but for the clock; safe for use by many threads. The caller
 * holds the instance locked from reading it to storing the step.
 */
public final class Protocol {

    private static final Duration LONGEST_POSTPONEMENT = Duration.ofDays(366);

    private final InstantSource clock;
    private final Competence competence;

    /**
     * @param clock gives the time of steps, cut to milliseconds as events carry it
     * @param competence of the party whose instances these are
     */
    public Protocol(InstantSource clock, Competence competence) {
        this.clock = clock;
        this.competence = competence;
    }

    /** Whose act it is; an {@link IllegalArgumentException} for {@link CoopAct#UNKNOWN}. */
    public static Actor actor(CoopAct act) {
        return Transition.actor(act);
    }

    /** What this actor may do now, in the order of the table. Whether what it says then suffices is decided later. */
    public Set<CoopAct> possible(Instance instance, Actor actor) {
        return Transition.acts(instance.state().name(), actor)
                .filter(act -> competence.leaves(instance.kind(), actor, act))
                .filter(act -> act != CoopAct.REOPEN || !instance.reopened())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the action leads to. Never throws: whatever is not allowed is a {@link Outcome.Refused}. */
    public Outcome decide(Instance instance, Actor actor, Action action) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        State state = instance.state();
        Optional<Refusal> objection = Transition.objection(state.name(), actor, action.act())
                .or(() -> competence.objection(instance.kind(), actor, action))
                .or(() -> objection(instance, action, now));
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get(), state);
        }
        Step step = new Step(
                instance.seq() + 1,
                state.name(),
                action,
                Transition.target(state, action).name(),
                actor,
                now);
        return new Outcome.Moved(instance.after(step), step);
    }

    private static Optional<Refusal> objection(Instance instance, Action action, Instant now) {
        return switch (action) {
            case Action.Decline(Ground ground) -> toDecline(instance, ground);
            case Action.Consult(Ground ground) when !ground.isLegal() -> Optional.of(Refusal.NO_CONSULTATION_NEEDED);
            case Action.Postpone(Ground ground, Instant until) -> toPostpone(ground, until, now);
            case Action.Fulfil(Fulfilment fulfilment) ->
                fulfilment.missing(instance.kind()).map(_ -> Refusal.EVIDENCE_REQUIRED);
            case Action.Reopen _ when instance.reopened() -> Optional.of(Refusal.REOPENED_BEFORE);
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> toDecline(Instance instance, Ground ground) {
        if (ground.isLegal()) {
            return instance.consulted().contains(ground.code())
                    ? Optional.empty()
                    : Optional.of(Refusal.CONSULTATION_REQUIRED);
        }
        return switch (ground.code()) {
            case ONGOING_INVESTIGATION -> Optional.of(Refusal.GROUND_ONLY_POSTPONES);
            case NOT_COMPETENT -> ground.redirect() == null ? Optional.of(Refusal.REDIRECT_REQUIRED) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Refusal> toPostpone(Ground ground, Instant until, Instant now) {
        if (ground.code() != ReasonCode.ONGOING_INVESTIGATION && ground.code() != ReasonCode.NO_CAPACITY) {
            return Optional.of(Refusal.GROUND_DOES_NOT_POSTPONE);
        }
        boolean ahead = until.isAfter(now) && !until.isAfter(now.plus(LONGEST_POSTPONEMENT));
        return ahead ? Optional.empty() : Optional.of(Refusal.POSTPONED_TO_NO_USE);
    }
}
