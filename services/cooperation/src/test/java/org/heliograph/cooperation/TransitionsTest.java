package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.CoopAct;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TransitionsTest {

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

    /** Whoever is not heard of any more: the other side and the clock bring it to an end. */
    @ParameterizedTest
    @EnumSource(
            value = Actor.class,
            names = {"REQUESTER", "ADDRESSEE"})
    void noStateIsATrapThoughOneSideFallsSilent(Actor left) {
        for (Set<RequestKind> competence : List.of(Set.of(KIND), Set.<RequestKind>of())) {
            Reach reach = new Reach(competence);

            assertThat(reach.from(Instance.of(KIND), Actor.values()))
                    .allSatisfy(instance -> assertThat(reach.from(instance, left, Actor.SERVICE))
                            .as("%s alone, from %s", left, instance)
                            .anyMatch(reached -> reached.state() instanceof State.Closed));
        }
    }

    @Test
    void aSilentRequesterLeavesNoInstanceThatOnlyItCouldEnd() {
        Set<RequestState> waiting = EnumSet.noneOf(RequestState.class);
        for (State state : Sample.STATES) {
            Instance instance = Sample.instance(KIND, state, 1);
            boolean addressee = !protocol.possible(instance, Actor.ADDRESSEE).isEmpty();
            boolean lapses = protocol.possible(instance, Actor.SERVICE).contains(CoopAct.LAPSE);
            if (!addressee && !lapses) {
                waiting.add(state.name());
            }
        }

        assertThat(waiting).containsExactly(RequestState.CLOSED);
    }

    @Test
    void everyStateOfTheVocabularyIsReachedAndClosedIsTheEnd() {
        Reach reach = new Reach(Set.of(KIND));
        Set<Instance> all = reach.from(Instance.of(KIND), Actor.values());

        assertThat(all.stream().map(instance -> instance.state().name()).distinct())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(RequestState.UNKNOWN)));
        assertThat(all)
                .filteredOn(instance -> instance.state() instanceof State.Closed)
                .isNotEmpty()
                .allSatisfy(
                        closed -> assertThat(reach.from(closed, Actor.values())).containsExactly(closed));
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
                        Reach.actions()
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
        assertThat(Reach.actions().map(Action::act).collect(Collectors.toSet())).hasSize(CoopAct.values().length - 1);
    }
}
