package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.CoopAct;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolTest {

    private static final RequestKind KIND = RequestKind.LEGISLATIVE_ASSISTANCE;
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    /** Written by hand from the table of the protocol, on purpose not from the code's. */
    private static final Map<String, String> MOVES = Map.ofEntries(
            Map.entry("ADDRESSEE Acknowledge", "SUBMITTED>ACKNOWLEDGED"),
            Map.entry("ADDRESSEE Assign", "ACKNOWLEDGED>ASSIGNED POSTPONED>ASSIGNED"),
            Map.entry("ADDRESSEE Ask", "ACKNOWLEDGED>INFO_NEEDED ASSIGNED>INFO_NEEDED IN_PROGRESS>INFO_NEEDED"),
            Map.entry("ADDRESSEE Accept", "ASSIGNED>ACCEPTED"),
            Map.entry("ADDRESSEE Postpone", "ASSIGNED>POSTPONED IN_PROGRESS>POSTPONED"),
            Map.entry(
                    "ADDRESSEE Decline",
                    "ACKNOWLEDGED>DECLINED ASSIGNED>DECLINED POSTPONED>DECLINED IN_PROGRESS>DECLINED"),
            Map.entry(
                    "ADDRESSEE Consult",
                    "ACKNOWLEDGED>ACKNOWLEDGED ASSIGNED>ASSIGNED POSTPONED>POSTPONED IN_PROGRESS>IN_PROGRESS"),
            Map.entry("ADDRESSEE Start", "ACCEPTED>IN_PROGRESS"),
            Map.entry("ADDRESSEE Fulfil", "IN_PROGRESS>FULFILLED"),
            Map.entry("REQUESTER Answer", "INFO_NEEDED>ASSIGNED"),
            Map.entry("REQUESTER Confirm", "FULFILLED>CLOSED DECLINED>CLOSED WITHDRAWN>CLOSED"),
            Map.entry("REQUESTER Reopen", "FULFILLED>IN_PROGRESS"),
            Map.entry(
                    "REQUESTER Withdraw",
                    "SUBMITTED>WITHDRAWN ACKNOWLEDGED>WITHDRAWN ASSIGNED>WITHDRAWN INFO_NEEDED>WITHDRAWN"
                            + " POSTPONED>WITHDRAWN ACCEPTED>WITHDRAWN IN_PROGRESS>WITHDRAWN"),
            Map.entry("SERVICE Lapse", "INFO_NEEDED>CLOSED FULFILLED>CLOSED DECLINED>CLOSED WITHDRAWN>CLOSED"),
            Map.entry(
                    "SERVICE Warn",
                    "SUBMITTED>SUBMITTED ACKNOWLEDGED>ACKNOWLEDGED ASSIGNED>ASSIGNED POSTPONED>POSTPONED"),
            Map.entry(
                    "SERVICE Escalate",
                    "SUBMITTED>SUBMITTED ACKNOWLEDGED>ACKNOWLEDGED ASSIGNED>ASSIGNED POSTPONED>POSTPONED"),
            Map.entry(
                    "SERVICE SetAside",
                    "SUBMITTED>SUBMITTED ACKNOWLEDGED>ACKNOWLEDGED ASSIGNED>ASSIGNED INFO_NEEDED>INFO_NEEDED"
                            + " POSTPONED>POSTPONED ACCEPTED>ACCEPTED IN_PROGRESS>IN_PROGRESS FULFILLED>FULFILLED"
                            + " DECLINED>DECLINED WITHDRAWN>WITHDRAWN CLOSED>CLOSED"));

    private final Protocol protocol = new Protocol(
            InstantSource.fixed(NOW.plusNanos(456_000)), new Competence(Set.of(KIND, RequestKind.RESEARCH_DATA)));

    static Stream<Arguments> everyCombination() {
        return Sample.STATES.stream()
                .flatMap(state -> Sample.actions(NOW).stream()
                        .flatMap(action -> Stream.of(Actor.values()).map(actor -> Arguments.of(state, action, actor))));
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void movesAsTheTableSaysOrRefusesWithAReason(State state, Action action, Actor actor) {
        String what = actor + " " + action.getClass().getSimpleName();
        @Nullable
        String expected = Stream.of(MOVES.getOrDefault(what, "").split(" "))
                .filter(move -> move.startsWith(state.name() + ">"))
                .findFirst()
                .orElse(null);

        Outcome outcome = protocol.decide(Sample.instance(KIND, state, 7), actor, action);

        switch (outcome) {
            case Outcome.Moved moved -> {
                assertThat(state.name() + ">" + moved.step().to()).isEqualTo(expected);
                assertThat(moved.step())
                        .isEqualTo(new Step(
                                8,
                                state.name(),
                                action,
                                moved.instance().state().name(),
                                actor,
                                NOW));
                assertThat(moved.instance().seq()).isEqualTo(8);
            }
            case Outcome.Refused refused -> {
                assertThat(expected).isNull();
                assertThat(refused.refusal())
                        .isEqualTo(MOVES.containsKey(what) ? Refusal.NOT_IN_THIS_STATE : Refusal.NOT_THIS_ACTOR);
                assertThat(refused.state()).isEqualTo(state);
            }
        }
    }

    @Test
    void noStateIsATrap() {
        Set<RequestState> stuck = EnumSet.noneOf(RequestState.class);
        for (State state : Sample.STATES) {
            if (!reachable(state).contains(RequestState.CLOSED)) {
                stuck.add(state.name());
            }
        }

        assertThat(stuck).isEmpty();
    }

    @Test
    void everyStateOfTheVocabularyIsReached() {
        assertThat(reachable(new State.Submitted()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(RequestState.UNKNOWN)));
    }

    private Set<RequestState> reachable(State start) {
        Set<State> seen = new HashSet<>(Set.of(start));
        Deque<State> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            State state = open.remove();
            for (Action action : Sample.actions(NOW)) {
                for (Actor actor : Actor.values()) {
                    if (protocol.decide(Sample.instance(KIND, state, 1), actor, action)
                                    instanceof Outcome.Moved(Instance moved, Step _)
                            && seen.add(moved.state())) {
                        open.add(moved.state());
                    }
                }
            }
        }
        Set<RequestState> names = EnumSet.noneOf(RequestState.class);
        seen.forEach(state -> names.add(state.name()));
        return names;
    }

    @Test
    void anAnswerLeadsBackToWhereItWasAsked() {
        State.Accepted accepted = new State.Accepted(List.of("in French"));
        State asked = Transition.target(new State.InProgress(), new Action.Ask(List.of("Which article?")));

        assertThat(moved(asked, Actor.REQUESTER, new Action.Answer("Article 6")).state())
                .isEqualTo(new State.InProgress());
        assertThat(Transition.target(new State.InfoNeeded(accepted, List.of("?")), new Action.Answer("yes")))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @EnumSource(value = ReasonCode.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void declinesOnlyOnGroundsThatCarryARefusal(ReasonCode code) {
        Outcome outcome = decline(KIND, new Ground(code, "because", null));

        switch (code) {
            case INSUFFICIENT_INFORMATION, NO_CAPACITY, DUPLICATE, PROTECTION_RISK ->
                assertThat(outcome).isInstanceOf(Outcome.Moved.class);
            case ONGOING_INVESTIGATION -> assertRefused(outcome, Refusal.GROUND_ONLY_POSTPONES);
            case NOT_COMPETENT -> assertRefused(outcome, Refusal.REDIRECT_REQUIRED);
            default -> assertRefused(outcome, Refusal.CONSULTATION_REQUIRED);
        }
    }

    @Test
    void aGroundNeedsACodeAndAnExplanation() {
        assertThatThrownBy(() -> new Ground(ReasonCode.UNKNOWN, "because", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ground(ReasonCode.DUPLICATE, " ", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void declinesOnALegalGroundOnceThereWasAConsultationOnIt() {
        Ground ground = new Ground(ReasonCode.DOMESTIC_LAW_PROHIBITS, "Article 12 of the Code", null);
        Instance consulted = moved(new State.Assigned("legal desk"), Actor.ADDRESSEE, new Action.Consult(ground));

        assertThat(protocol.decide(consulted, Actor.ADDRESSEE, new Action.Decline(ground)))
                .isInstanceOf(Outcome.Moved.class);
        assertRefused(
                protocol.decide(
                        consulted,
                        Actor.ADDRESSEE,
                        new Action.Decline(new Ground(ReasonCode.NOT_IN_CONFORMITY, "form", null))),
                Refusal.CONSULTATION_REQUIRED);
    }

    @Test
    void consultsOnlyOnLegalGrounds() {
        assertRefused(
                decide(new State.Assigned("desk"), Actor.ADDRESSEE, new Action.Consult(Sample.NO_CAPACITY)),
                Refusal.NO_CONSULTATION_NEEDED);
    }

    @Test
    void postponesOnlyOnGroundsThatPassAndToATimeAhead() {
        State state = new State.Assigned("desk");
        Ground investigation = new Ground(ReasonCode.ONGOING_INVESTIGATION, "a trial in March", null);

        assertRefused(
                decide(
                        state,
                        Actor.ADDRESSEE,
                        new Action.Postpone(
                                new Ground(ReasonCode.DUPLICATE, "twice", null), NOW.plus(Duration.ofDays(1)))),
                Refusal.GROUND_DOES_NOT_POSTPONE);
        assertRefused(
                decide(state, Actor.ADDRESSEE, new Action.Postpone(investigation, NOW.minus(Duration.ofSeconds(1)))),
                Refusal.POSTPONED_TO_NO_USE);
        assertRefused(
                decide(state, Actor.ADDRESSEE, new Action.Postpone(investigation, NOW.plus(Duration.ofDays(367)))),
                Refusal.POSTPONED_TO_NO_USE);
        assertThat(decide(state, Actor.ADDRESSEE, new Action.Postpone(investigation, NOW.plus(Duration.ofDays(366)))))
                .isInstanceOf(Outcome.Moved.class);
    }

    @Test
    void reopensOnce() {
        State fulfilled = new State.Fulfilled(new Fulfilment(true, "sent", List.of()));
        Instance reopened = moved(fulfilled, Actor.REQUESTER, new Action.Reopen("the annex is missing"));
        Instance again = ((Outcome.Moved) protocol.decide(
                        reopened, Actor.ADDRESSEE, new Action.Fulfil(new Fulfilment(true, "sent again", List.of()))))
                .instance();

        assertRefused(
                protocol.decide(again, Actor.REQUESTER, new Action.Reopen("still missing")), Refusal.REOPENED_BEFORE);
    }

    @Test
    void escalationIsAnOverlayThatEndsWithTheDutyThatWasMissed() {
        Deadline late = new Deadline(Deadline.Duty.DECIDE, NOW);
        Instance escalated = moved(new State.Acknowledged(), Actor.SERVICE, new Action.Escalate(late, 2));
        Instance assigned =
                ((Outcome.Moved) protocol.decide(escalated, Actor.ADDRESSEE, new Action.Assign("desk"))).instance();
        Instance accepted =
                ((Outcome.Moved) protocol.decide(assigned, Actor.ADDRESSEE, new Action.Accept(List.of()))).instance();

        assertThat(escalated.state()).isEqualTo(new State.Acknowledged());
        assertThat(assigned.escalation()).isEqualTo(2);
        assertThat(accepted.escalation()).isZero();
    }

    @Test
    void canOnlyDeclineAsNotCompetentWhatThePartyDoesNotHandle() {
        RequestKind foreign = RequestKind.VESSEL_REGISTRY_BOARDING;
        Instance instance = Sample.instance(foreign, new State.Acknowledged(), 1);

        assertRefused(protocol.decide(instance, Actor.ADDRESSEE, new Action.Assign("desk")), Refusal.NOT_COMPETENT);
        assertRefused(decline(foreign, Sample.NO_CAPACITY), Refusal.NOT_COMPETENT);
        assertThat(decline(foreign, new Ground(ReasonCode.NOT_COMPETENT, "the flag State", "xb")))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(protocol.decide(instance, Actor.REQUESTER, new Action.Withdraw(null)))
                .isInstanceOf(Outcome.Moved.class);
    }

    private static void assertRefused(Outcome outcome, Refusal refusal) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private Outcome decline(RequestKind kind, Ground ground) {
        return protocol.decide(
                Sample.instance(kind, new State.Acknowledged(), 1), Actor.ADDRESSEE, new Action.Decline(ground));
    }

    private Outcome decide(State state, Actor actor, Action action) {
        return protocol.decide(Sample.instance(KIND, state, 1), actor, action);
    }

    private Instance moved(State state, Actor actor, Action action) {
        return ((Outcome.Moved) decide(state, actor, action)).instance();
    }

    @Test
    void whatIsPossibleIsWhatSomeActionOfThatKindMayDo() {
        Protocol incompetent = new Protocol(InstantSource.fixed(NOW), new Competence(Set.of()));
        for (Protocol either : List.of(protocol, incompetent)) {
            for (State state : Sample.STATES) {
                for (boolean reopened : List.of(true, false)) {
                    Instance instance = new Instance(KIND, state, 1, Set.of(), reopened, 0);
                    for (Actor actor : Actor.values()) {
                        Set<CoopAct> allowed = EnumSet.noneOf(CoopAct.class);
                        anyAction()
                                .filter(action -> either.decide(instance, actor, action) instanceof Outcome.Moved)
                                .forEach(action -> allowed.add(action.act()));

                        assertThat(either.possible(instance, actor))
                                .as("%s in %s", actor, state)
                                .containsExactlyInAnyOrderElementsOf(allowed);
                    }
                }
            }
        }
    }

    @Test
    void everyActBelongsToOneSide() {
        assertThat(Stream.of(CoopAct.values()).filter(act -> act != CoopAct.UNKNOWN))
                .allSatisfy(act -> assertThat(Transition.TABLE)
                        .filteredOn(line -> line.act() == act)
                        .extracting(Transition::actor)
                        .containsExactly(Protocol.actor(act)));
        assertThat(anyAction().map(Action::act).collect(Collectors.toSet())).hasSize(CoopAct.values().length - 1);
    }

    /** The samples, and declining for want of competence, which is the one thing that nobody is too incompetent for. */
    private static Stream<Action> anyAction() {
        return Stream.concat(
                Sample.actions(NOW).stream(),
                Stream.of(new Action.Decline(new Ground(ReasonCode.NOT_COMPETENT, "Ask the flag State", "xb"))));
    }
}
