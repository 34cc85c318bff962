package org.heliograph.desk.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.Instance;
import org.heliograph.cooperation.RollUp;
import org.heliograph.cooperation.State;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.requests.SimulatedParty.Flaw;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.RequestState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Repeated, late and reordered events, crashes, and acts at once end in the same state at all who take part, each step
 * once. {@code -Dheliograph.seeds=7-7} takes other seeds, such as the one that a failure names.
 */
class SimulationTest {

    private static final int MOVES = 70;

    @Test
    void allSidesEndEqualWhateverHappens() {
        Set<CoopAct> acts = EnumSet.noneOf(CoopAct.class);
        seeds("1-2000").forEach(seed -> acts.addAll(run(seed, Flaw.NONE)));

        if (System.getProperty("heliograph.seeds") == null) {
            assertThat(acts)
                    .as("by chance each was taken")
                    .isEqualTo(EnumSet.complementOf(EnumSet.of(CoopAct.UNKNOWN)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Flaw.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void findsEachFlawAndNamesTheSeedThatShowsIt(Flaw flaw) {
        assertThatThrownBy(() -> LongStream.rangeClosed(1, 300).forEach(seed -> run(seed, flaw)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed ");
    }

    private static LongStream seeds(String usual) {
        String[] bounds = System.getProperty("heliograph.seeds", usual).split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(bounds[0]), Long.parseLong(bounds[1]));
    }

    /** What was done in it. */
    private static Set<CoopAct> run(long seed, Flaw flaw) {
        try {
            Simulation simulation = new Simulation(seed, flaw);
            simulation.run(MOVES);
            check(simulation);
            simulation.outlast();
            check(simulation);
            Set<CoopAct> acts = EnumSet.noneOf(CoopAct.class);
            for (String addressee : simulation.addressees()) {
                steps(simulation, addressee, addressee)
                        .forEach(step -> acts.add(step.step().action().act()));
                assertThat(simulation
                                .party(addressee)
                                .instance(simulation.requestId, addressee)
                                .state())
                        .as("what waits for a requester that is silent")
                        .isNotInstanceOfAny(
                                State.InfoNeeded.class,
                                State.Fulfilled.class,
                                State.Declined.class,
                                State.Withdrawn.class);
            }
            return acts;
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("seed %d: %s".formatted(seed, failed.getMessage()), failed);
        }
    }

    private static void check(Simulation simulation) {
        UUID request = simulation.requestId;
        assertThat(simulation.parties.values())
                .allSatisfy(party -> assertThat(party.tables().requests)
                        .as("requests at " + party.name)
                        .containsOnlyKeys(request));
        for (String addressee : simulation.addressees()) {
            List<RecordedStep> own = steps(simulation, addressee, addressee);
            followFromOneAnother(simulation, own);
            keepTimeOnce(own);
            areSaidOnce(simulation, addressee, own);
            for (String observer : simulation.joint ? List.of("xa", "xb", "xc") : List.of("xa", addressee)) {
                assertThat(told(steps(simulation, observer, addressee)))
                        .as("steps of %s as %s has them", addressee, observer)
                        .isEqualTo(told(own));
            }
            Instance instance = simulation.party(addressee).instance(request, addressee);
            Standing standing = new Standing(addressee, instance.state().name(), instance.seq());
            assertThat(simulation.party(addressee).tables().standings(request)).containsExactly(standing);
            assertThat(simulation.party("xa").tables().standings(request)).contains(standing);
        }
        requesterSumsUp(simulation);
        eachCommandIsAnsweredOnce(simulation);
    }

    private static List<RecordedStep> steps(Simulation simulation, String observer, String addressee) {
        return simulation.party(observer).tables().steps(simulation.requestId).stream()
                .filter(step -> step.addressee().equals(addressee))
                .toList();
    }

    /** All but the role: whose command it was, the requester knows better. */
    private static List<RecordedStep> told(List<RecordedStep> steps) {
        return steps.stream().map(step -> step.by("somebody")).toList();
    }

    private static void followFromOneAnother(Simulation simulation, List<RecordedStep> own) {
        RequestState before = RequestState.SUBMITTED;
        for (int i = 0; i < own.size(); i++) {
            Step step = own.get(i).step();
            assertThat(step.seq()).isEqualTo(i + 1);
            assertThat(step.from()).isEqualTo(before);
            List<Step> until =
                    own.subList(0, i + 1).stream().map(RecordedStep::step).toList();
            assertThat(Instance.of(
                                    simulation
                                            .party("xa")
                                            .request(simulation.requestId)
                                            .content()
                                            .kind(),
                                    until)
                            .state()
                            .name())
                    .as("step %s counts", step)
                    .isEqualTo(step.to());
            before = step.to();
        }
    }

    /** One warning at most for each duty, then the levels from 1 on, each once, and nothing while others are asked. */
    private static void keepTimeOnce(List<RecordedStep> own) {
        Map<Deadline.Duty, Integer> level = new HashMap<>();
        Set<Deadline.Duty> warned = EnumSet.noneOf(Deadline.Duty.class);
        for (RecordedStep recorded : own) {
            Step step = recorded.step();
            switch (step.action()) {
                case Action.Warn(Deadline deadline) ->
                    assertThat(warned.add(deadline.duty()))
                            .as("warned once: %s", step)
                            .isTrue();
                case Action.Escalate(Deadline deadline, int reached) -> {
                    assertThat(reached).as("%s", step).isEqualTo(level.getOrDefault(deadline.duty(), 0) + 1);
                    assertThat(step.at()).isAfterOrEqualTo(deadline.dueAt());
                    level.put(deadline.duty(), reached);
                }
                default -> {}
            }
            if (step.to() == RequestState.IN_PROGRESS || step.to() == RequestState.ACCEPTED) {
                // Decided: whoever postpones it now owes a decision anew.
                warned.clear();
                level.clear();
            }
            if (step.from() == RequestState.INFO_NEEDED) {
                assertThat(step.action()).isNotInstanceOfAny(Action.Warn.class, Action.Escalate.class);
            }
        }
    }

    private static void areSaidOnce(Simulation simulation, String addressee, List<RecordedStep> own) {
        List<CoopEvent> said = simulation.said.stream()
                .filter(letter -> letter.event() instanceof CoopEvent event
                        && event.getSeq().isPresent()
                        && event.getAddressee().equals(addressee))
                .map(letter -> (CoopEvent) letter.event())
                .toList();
        assertThat(said)
                .as("steps that %s told", addressee)
                .extracting(CoopEvent::getSeq)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, own.size())
                        .mapToObj(Optional::of)
                        .toList());
        assertThat(said)
                .extracting(event -> event.getEnvelope().getEventId())
                .containsExactlyElementsOf(
                        own.stream().map(RecordedStep::eventId).toList());
    }

    private static void requesterSumsUp(Simulation simulation) {
        Tables tables = simulation.party("xa").tables();
        assertThat(tables.overall.get(simulation.requestId))
                .isEqualTo(RollUp.overall(tables.standings(simulation.requestId).stream()
                        .map(Standing::state)
                        .toList()));
    }

    private static void eachCommandIsAnsweredOnce(Simulation simulation) {
        Tables tables = simulation.party("xa").tables();
        for (Command command : tables.commands(simulation.requestId)) {
            assertThat(steps(simulation, command.addressee(), command.addressee()))
                    .as("what became of %s", command)
                    .filteredOn(step -> command.eventId().equals(step.causation()))
                    .hasSize(1);
        }
        assertThat(simulation.said.stream()
                        .filter(letter -> letter.event() instanceof CoopEvent event
                                && event.getSeq().isEmpty()))
                .as("commands that were told")
                .hasSize(tables.commands.size());
    }
}
