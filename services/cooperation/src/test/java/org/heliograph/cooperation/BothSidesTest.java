package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BothSidesTest {

    private static final RequestKind KIND = RequestKind.RESEARCH_DATA;
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Ground GROUND = new Ground(ReasonCode.DUPLICATE, "Asked twice", null);

    private final Protocol protocol = new Protocol(InstantSource.fixed(NOW), new Competence(Set.of(KIND)));

    @RepeatedTest(500)
    void endEqualHoweverStepsAndCommandsArrive(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Instance instance = Instance.of(KIND);
        List<Step> told = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Actor actor = anyOf(List.of(Actor.values()), random);
            Outcome outcome = protocol.decide(instance, actor, anyOf(Sample.actions(NOW), random));
            if (outcome instanceof Outcome.Moved(Instance moved, Step step)) {
                instance = moved;
                told.add(step);
            }
        }
        List<Step> arriving = new ArrayList<>(told);
        told.forEach(step -> arriving.addAll(Collections.nCopies(random.nextInt(3), step)));
        Collections.shuffle(arriving, random);

        assertThat(View.of(KIND, arriving)).isEqualTo(new View(instance, Collections.emptyNavigableMap()));
        assertThat(Instance.of(KIND, told)).isEqualTo(instance);
    }

    @Test
    void aStepAfterAGapWaits() {
        Outcome.Moved first = move(Instance.of(KIND), Actor.ADDRESSEE, new Action.Acknowledge());
        Outcome.Moved second = move(first.instance(), Actor.ADDRESSEE, new Action.Assign("statistics"));

        View gap = View.of(KIND).after(second.step());

        assertThat(gap.instance().state()).isEqualTo(new State.Submitted());
        assertThat(gap.waiting()).containsOnlyKeys(2);
        assertThat(gap.after(first.step()).instance().state()).isEqualTo(new State.Assigned("statistics"));
    }

    @Test
    void theFirstOfTwoStepsWithOneNumberCounts() {
        Outcome.Moved first = move(Instance.of(KIND), Actor.ADDRESSEE, new Action.Acknowledge());
        Outcome.Moved other = move(Instance.of(KIND), Actor.REQUESTER, new Action.Withdraw(null));

        assertThat(View.of(KIND)
                        .after(first.step())
                        .after(other.step())
                        .instance()
                        .state())
                .isEqualTo(new State.Acknowledged());
    }

    @Test
    void aStepThatTheTableDoesNotAllowTakesItsNumberAndChangesNothing() {
        Step impossible = new Step(
                1, RequestState.SUBMITTED, new Action.Accept(List.of()), RequestState.ACCEPTED, Actor.ADDRESSEE, NOW);

        View view = View.of(KIND).after(impossible);

        assertThat(view.instance().state()).isEqualTo(new State.Submitted());
        assertThat(view.instance().seq()).isEqualTo(1);
    }

    @Test
    void anAcceptanceOfAnEarlierVersionCountsWithoutAnAssignment() {
        Instance acknowledged = move(Instance.of(KIND), Actor.ADDRESSEE, new Action.Acknowledge())
                .instance();
        Action accept = new Action.Accept(List.of());
        Step earlier = new Step(2, RequestState.ACKNOWLEDGED, accept, RequestState.ACCEPTED, Actor.ADDRESSEE, NOW);

        assertThat(acknowledged.after(earlier).state()).isEqualTo(new State.Accepted(List.of()));
        assertThat(protocol.decide(acknowledged, Actor.ADDRESSEE, accept)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aWithdrawalThatComesTooLateChangesNothing() {
        Instance acknowledged = move(Instance.of(KIND), Actor.ADDRESSEE, new Action.Acknowledge())
                .instance();
        Instance declined =
                move(acknowledged, Actor.ADDRESSEE, new Action.Decline(GROUND)).instance();

        assertThat(protocol.decide(declined, Actor.REQUESTER, new Action.Withdraw(null)))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_IN_THIS_STATE, new State.Declined(GROUND)));
    }

    @Test
    void rollsUpToTheFurthestWhoMayStillHelp() {
        assertThat(RollUp.overall(List.of(RequestState.SUBMITTED, RequestState.ACCEPTED, RequestState.DECLINED)))
                .isEqualTo(RequestState.ACCEPTED);
        assertThat(RollUp.overall(List.of(RequestState.DECLINED, RequestState.SUBMITTED)))
                .isEqualTo(RequestState.SUBMITTED);
        assertThat(RollUp.overall(List.of(RequestState.WITHDRAWN, RequestState.DECLINED)))
                .isEqualTo(RequestState.DECLINED);
        assertThat(RollUp.overall(List.of(RequestState.CLOSED, RequestState.CLOSED)))
                .isEqualTo(RequestState.CLOSED);
    }

    private static <T> T anyOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Outcome.Moved move(Instance instance, Actor actor, Action action) {
        return (Outcome.Moved) protocol.decide(instance, actor, action);
    }
}
