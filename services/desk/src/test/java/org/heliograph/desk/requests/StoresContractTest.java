package org.heliograph.desk.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.RequestClock;
import org.heliograph.cooperation.State;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.requests.SimulatedParty.Flaw;
import org.heliograph.events.RequestState;
import org.heliograph.exchange.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The stores in memory, on which the simulation runs, keep what those in the database keep. */
class StoresContractTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static TestDatabase database;

    record Stores(String name, Requests requests, RecordedSteps steps, KnownCommands commands, Deadlines deadlines) {

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start() {
        database = TestDatabase.migrated("classpath:db/exchange", "classpath:db/desk");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    static Stream<Stores> stores() {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("truncate coop_request, coop_instance, coop_step, coop_command cascade")
                .update();
        JsonMapper json = new JsonMapper();
        Tables tables = new Tables();
        Tables.Stores memory = new Tables.Stores(() -> tables);
        return Stream.of(
                new Stores(
                        "in the database",
                        new JdbcRequests(jdbc, json),
                        new JdbcSteps(jdbc, json),
                        new JdbcCommands(jdbc, json),
                        new JdbcDeadlines(jdbc, json)),
                new Stores("in memory", memory.requests(), memory.steps(), memory.commands(), memory.deadlines()));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepARequestOnceAndWhereItStandsAtEachAddressee(Stores stores) {
        CooperationRequest request = request();

        assertThat(stores.requests().lock(request.id())).isEmpty();
        assertThat(stores.requests().insert(request)).isTrue();
        assertThat(stores.requests().insert(request)).isFalse();
        stores.requests().insertStanding(request, "xc");
        stores.requests().insertStanding(request, "xb");
        stores.requests().update(request.id(), new Standing("xc", RequestState.ACKNOWLEDGED, 1));

        assertThat(stores.requests().lock(request.id())).contains(request);
        assertThat(stores.requests().standings(request.id()))
                .containsExactly(
                        new Standing("xb", RequestState.SUBMITTED, 0),
                        new Standing("xc", RequestState.ACKNOWLEDGED, 1));
        assertThat(stores.requests().standings(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepTheFirstStepOfANumberAndGiveThemByAddresseeInOrder(Stores stores) {
        UUID request = UUID.randomUUID();
        RecordedStep second = step("xb", 2);
        RecordedStep first = step("xb", 1);
        RecordedStep other = step("xa", 1);

        Stream.of(second, first, step("xb", 2), other)
                .forEach(step -> stores.steps().insert(request, step));

        assertThat(stores.steps().of(request)).containsExactly(other, first, second);
        assertThat(stores.steps().of(UUID.randomUUID())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void keepACommandOnceAndGiveThemAsTheyWereGiven(Stores stores) {
        UUID request = UUID.randomUUID();
        Command later = command(request, NOW.plusSeconds(1));
        Command earlier = command(request, NOW);

        Stream.of(later, earlier, later).forEach(stores.commands()::insert);

        assertThat(stores.commands().of(request)).containsExactly(earlier, later);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void wakeTheClocksOfWhatIsDue(Stores stores) {
        CooperationRequest sent = request();
        stores.requests().insert(sent);
        stores.requests().insertStanding(sent, "xb");

        assertThat(stores.deadlines().due("xb", NOW, 10)).isEmpty();
        stores.deadlines().set(sent.id(), "xb", new State.Submitted(), reading(NOW));
        assertThat(stores.deadlines().due("xb", NOW.minusSeconds(1), 10)).isEmpty();
        assertThat(stores.deadlines().due("xb", NOW, 10)).containsExactly(sent.id());
        assertThat(stores.deadlines().lockIfFree(sent.id()))
                .as("only of what came")
                .isEmpty();
        stores.deadlines()
                .set(
                        sent.id(),
                        "xb",
                        new State.Accepted(List.of()),
                        new RequestClock.Reading(Optional.empty(), false, Optional.empty()));
        assertThat(stores.deadlines().due("xb", NOW, 10)).isEmpty();
    }

    private static RequestClock.Reading reading(Instant at) {
        Deadline deadline = new Deadline(Deadline.Duty.ACKNOWLEDGE, at.plus(Duration.ofHours(1)));
        return new RequestClock.Reading(
                Optional.of(deadline), false, Optional.of(new RequestClock.Due(at, new Action.Warn(deadline))));
    }

    private static CooperationRequest request() {
        return new Simulation(1, Flaw.NONE).request();
    }

    private static RecordedStep step(String addressee, int seq) {
        return new RecordedStep(
                addressee,
                new Step(
                        seq,
                        RequestState.SUBMITTED,
                        new Action.Assign("desk"),
                        RequestState.ASSIGNED,
                        Actor.ADDRESSEE,
                        NOW),
                "officer",
                UUID.randomUUID(),
                UUID.randomUUID());
    }

    private static Command command(UUID request, Instant at) {
        return new Command(
                UUID.randomUUID(), request, Direction.OUT, "xa", "xb", "officer", new Action.Answer("Yes"), at);
    }
}
