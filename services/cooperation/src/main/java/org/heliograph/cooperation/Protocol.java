package org.heliograph.cooperation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Decides about actions on an addressee's instance. Pure but for the clock; safe for use by many threads. The caller
 * holds the instance locked from reading it to storing the step.
 */
public final class Protocol {

    private final Clock clock;
    private final Competence competence;

    /**
     * @param clock gives the time of steps, cut to milliseconds as events carry it
     * @param competence of the party whose instances these are
     */
    public Protocol(Clock clock, Competence competence) {
        this.clock = clock;
        this.competence = competence;
    }

    /** What the action leads to. Never throws: whatever is not allowed is a {@link Outcome.Refused}. */
    public Outcome decide(Instance instance, Actor actor, Action action) {
        Optional<Refusal> objection = Transition.objection(instance.state().name(), actor, action)
                .or(() -> competence.objection(instance.kind(), action))
                .or(() -> objectionToGround(action));
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get(), instance.state());
        }
        State target = Transition.target(action);
        Step step = new Step(
                instance.seq() + 1,
                instance.state().name(),
                target,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Outcome.Moved(new Instance(instance.kind(), target, step.seq()), step);
    }

    private static Optional<Refusal> objectionToGround(Action action) {
        if (!(action instanceof Action.Decline(Ground ground))) {
            return Optional.empty();
        }
        return switch (ground.code()) {
            case ONGOING_INVESTIGATION -> Optional.of(Refusal.GROUND_ONLY_POSTPONES);
            case NOT_IN_CONFORMITY,
                    SOVEREIGNTY_SECURITY_ORDRE_PUBLIC,
                    DOMESTIC_LAW_PROHIBITS,
                    CONTRARY_TO_LEGAL_SYSTEM -> Optional.of(Refusal.CONSULTATION_REQUIRED);
            case NOT_COMPETENT -> ground.redirect() == null ? Optional.of(Refusal.REDIRECT_REQUIRED) : Optional.empty();
            case INSUFFICIENT_INFORMATION, NO_CAPACITY, DUPLICATE, PROTECTION_RISK, UNKNOWN -> Optional.empty();
        };
    }
}
