package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456Z");
    private static final Ground NO_CAPACITY = new Ground(ReasonCode.NO_CAPACITY, "No free lawyer before March", null);
    private static final List<State> STATES = List.of(
            new State.Submitted(),
            new State.Acknowledged(),
            new State.Accepted(List.of()),
            new State.Declined(NO_CAPACITY),
            new State.Withdrawn(null));
    private static final List<Action> ACTIONS = List.of(
            new Action.Acknowledge(),
            new Action.Accept(List.of("in English")),
            new Action.Decline(NO_CAPACITY),
            new Action.Withdraw("solved at home"));

    /** Written by hand from the table of the protocol, on purpose not from the code's. */
    private static final Map<String, RequestState> MOVES = Map.of(
            "SUBMITTED ADDRESSEE Acknowledge", RequestState.ACKNOWLEDGED,
            "SUBMITTED REQUESTER Withdraw", RequestState.WITHDRAWN,
            "ACKNOWLEDGED ADDRESSEE Accept", RequestState.ACCEPTED,
            "ACKNOWLEDGED ADDRESSEE Decline", RequestState.DECLINED,
            "ACKNOWLEDGED REQUESTER Withdraw", RequestState.WITHDRAWN,
            "ACCEPTED REQUESTER Withdraw", RequestState.WITHDRAWN);

    private final Protocol protocol =
            new Protocol(Clock.fixed(NOW, ZoneOffset.UTC), new Competence(Set.of(KIND, RequestKind.RESEARCH_DATA)));

    static Stream<Arguments> everyCombination() {
        return STATES.stream()
                .flatMap(state -> ACTIONS.stream()
                        .flatMap(action -> Stream.of(Actor.values()).map(actor -> Arguments.of(state, action, actor))));
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void movesAsTheTableSaysOrRefusesWithAReason(State state, Action action, Actor actor) {
        @Nullable
        RequestState expected =
                MOVES.get(state.name() + " " + actor + " " + action.getClass().getSimpleName());

        Outcome outcome = protocol.decide(new Instance(KIND, state, 7), actor, action);

        switch (outcome) {
            case Outcome.Moved moved -> {
                assertThat(moved.step().to().name()).isEqualTo(expected);
                assertThat(moved.step().from()).isEqualTo(state.name());
                assertThat(moved.step().seq()).isEqualTo(8);
                assertThat(moved.step().actor()).isEqualTo(actor);
                assertThat(moved.step().at()).isEqualTo("2026-11-23T10:15:30.123Z");
                assertThat(moved.instance())
                        .isEqualTo(new Instance(KIND, moved.step().to(), 8));
            }
            case Outcome.Refused refused -> {
                assertThat(expected).isNull();
                boolean theirs = (action instanceof Action.Withdraw) == (actor == Actor.REQUESTER);
                assertThat(refused.refusal()).isEqualTo(theirs ? Refusal.NOT_IN_THIS_STATE : Refusal.NOT_THIS_ACTOR);
                assertThat(refused.state()).isEqualTo(state);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReasonCode.class)
    void declinesOnlyOnGroundsThatCarryARefusal(ReasonCode code) {
        if (code == ReasonCode.UNKNOWN) {
            assertThatThrownBy(() -> new Ground(code, "because", null)).isInstanceOf(IllegalArgumentException.class);
            return;
        }

        Outcome outcome = decline(KIND, new Ground(code, "because", null));

        Set<ReasonCode> sufficient = EnumSet.of(
                ReasonCode.INSUFFICIENT_INFORMATION,
                ReasonCode.NO_CAPACITY,
                ReasonCode.DUPLICATE,
                ReasonCode.PROTECTION_RISK);
        if (sufficient.contains(code)) {
            assertThat(outcome).isInstanceOf(Outcome.Moved.class);
        } else {
            assertThat(outcome)
                    .isEqualTo(new Outcome.Refused(
                            switch (code) {
                                case ONGOING_INVESTIGATION -> Refusal.GROUND_ONLY_POSTPONES;
                                case NOT_COMPETENT -> Refusal.REDIRECT_REQUIRED;
                                default -> Refusal.CONSULTATION_REQUIRED;
                            },
                            new State.Acknowledged()));
        }
    }

    @Test
    void declinesAsNotCompetentWhenItSaysWhoIs() {
        assertThat(decline(KIND, new Ground(ReasonCode.NOT_COMPETENT, "ask them", "xb")))
                .isInstanceOf(Outcome.Moved.class);
    }

    @Test
    void canOnlyDeclineAsNotCompetentWhatThePartyDoesNotHandle() {
        RequestKind foreign = RequestKind.VESSEL_REGISTRY_BOARDING;
        Instance instance = new Instance(foreign, new State.Acknowledged(), 1);

        assertThat(protocol.decide(instance, Actor.ADDRESSEE, new Action.Accept(List.of())))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_COMPETENT, instance.state()));
        assertThat(decline(foreign, NO_CAPACITY))
                .isEqualTo(new Outcome.Refused(Refusal.NOT_COMPETENT, instance.state()));
        assertThat(decline(foreign, new Ground(ReasonCode.NOT_COMPETENT, "the flag State", "xb")))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(protocol.decide(instance, Actor.REQUESTER, new Action.Withdraw(null)))
                .isInstanceOf(Outcome.Moved.class);
    }

    private Outcome decline(RequestKind kind, Ground ground) {
        return protocol.decide(
                new Instance(kind, new State.Acknowledged(), 1), Actor.ADDRESSEE, new Action.Decline(ground));
    }
}
