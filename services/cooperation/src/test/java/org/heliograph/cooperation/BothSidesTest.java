package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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
    private static final Ground GROUND = new Ground(ReasonCode.DUPLICATE, "Asked twice", null);

    private final Protocol protocol = new Protocol(Clock.systemUTC(), new Competence(Set.of(KIND)));

    @RepeatedTest(500)
    void endEqualHoweverStepsAndCommandsArrive(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());

        Instance instance = Instance.of(KIND);
        List<Step> told = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Outcome outcome = protocol.decide(instance, anyOf(random, Actor.values()), anyAction(random));
            if (outcome instanceof Outcome.Moved(Instance moved, Step step)) {
                instance = moved;
                told.add(step);
            }
        }
        List<Step> arriving = new ArrayList<>(told);
        told.forEach(step -> arriving.addAll(Collections.nCopies(random.nextInt(3), step)));
        Collections.shuffle(arriving, random);
        View view = View.of(arriving);

        assertThat(view).isEqualTo(new View(instance.state(), instance.seq(), Collections.emptyNavigableMap()));
    }

    @Test
    void aStepAfterAGapWaits() {
        Outcome.Moved first = move(Instance.of(KIND), Actor.ADDRESSEE, new Action.Acknowledge());
        Outcome.Moved second = move(first.instance(), Actor.ADDRESSEE, new Action.Accept(List.of("in French")));

        View gap = View.initial().after(second.step());

        assertThat(gap.state()).isEqualTo(new State.Submitted());
        assertThat(gap.waiting()).containsOnlyKeys(2);
        assertThat(gap.after(first.step()).state()).isEqualTo(new State.Accepted(List.of("in French")));
    }

    @Test
    void theFirstOfTwoStepsWithOneNumberCounts() {
        Outcome.Moved first = move(Instance.of(KIND), Actor.ADDRESSEE, new Action.Acknowledge());
        Outcome.Moved other = move(Instance.of(KIND), Actor.REQUESTER, new Action.Withdraw(null));

        assertThat(View.initial().after(first.step()).after(other.step()).state())
                .isEqualTo(new State.Acknowledged());
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
    }

    private Outcome.Moved move(Instance instance, Actor actor, Action action) {
        return (Outcome.Moved) protocol.decide(instance, actor, action);
    }

    private static Action anyAction(Random random) {
        return anyOf(
                random,
                new Action.Acknowledge(),
                new Action.Accept(List.of()),
                new Action.Decline(GROUND),
                new Action.Withdraw(null));
    }

    @SafeVarargs
    private static <T> T anyOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
