package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heliograph.events.AlertRoute;
import org.heliograph.faults.Submitter.Answer;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The registry loses its database while records lie in the topics. It has each schema under its old id again, earlier
 * versions too, or nothing is registered in it.
 */
class RegistryLostIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String INBOX = "inbox.xb.alerts";
    private static final String ALERT = "org.heliograph.events.AlertRoute";

    private static Stack stack;
    private static Submitter iom;
    private static Lookout lookout;
    private static OtherRelease other;

    @BeforeAll
    static void start() {
        EnumSet<Component> components = EnumSet.copyOf(Component.infrastructure());
        components.addAll(List.of(Component.OPERATIONS, Component.GATE, Component.IOM));
        stack = OwnStack.start(OwnStack.emptied("registry-lost"), components);
        iom = new Submitter(stack, Component.IOM);
        lookout = new Lookout(stack);
        other = OtherRelease.of(stack);
        // Operations takes what others wrote of versions at its start.
        stack.stop(Component.OPERATIONS);
        stack.start(Component.OPERATIONS);
        other.warns(INBOX);
    }

    @AfterAll
    static void stop() {
        lookout.close();
        stack.close();
    }

    @Test
    void recordsOfBeforeAreReadByTheSchemasThatTheyWereWrittenWith() throws Exception {
        String released = submit();
        awaitReceived(released);
        RegistryBooks before = RegistryBooks.of(stack, other);
        stack.stop(Component.IOM);
        Lookout.Warning unread = lookout.warn();
        awaitReceived(unread.mark());
        stack.stop(Component.GATE);
        Lookout.Warning waiting = lookout.warn();

        lose();
        // One that starts now knows no schema by heart.
        stack.start(Component.IOM);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logOfIom())
                        .containsPattern(
                                "inbox.waits .*no schema of org.heliograph.events.Dispatch.*topic=inbox.iom.alerts"));
        String unsent = submit();
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertThat(drift(desk))
                    .containsAll(before.asMissing())
                    .contains("%s is not registered under id %d".formatted(ALERT, other.id()));

            var outcome = desk.post("/api/policy/apply", Map.of("reason", "registry lost"));

            assertThat(outcome.path("result").asString("")).isEqualTo("UNCHANGED");
            assertThat(outcome.path("repaired").asInt(0))
                    .isGreaterThanOrEqualTo(before.ids().size());
            assertThat(drift(desk)).isEmpty();
        }
        assertThat(RegistryBooks.of(stack, other)).isEqualTo(before);
        stack.start(Component.GATE);
        String fresh = submit();

        List.of(released, unread.mark(), waiting.mark(), unsent, fresh).forEach(RegistryLostIT::awaitReceived);
        awaitReceived(other.mark());
        awaitAtIom(unread);
        awaitAtIom(waiting);
        assertThat(deadLettersOfIom()).isZero();
    }

    @Test
    void nothingIsRegisteredWhereAnIdIsTakenByAnotherSchema() throws Exception {
        RegistryBooks before = RegistryBooks.of(stack, other);
        lose();
        String foreign = "org.example.Foreign";
        int taken = RegistryBooks.register(stack, foreign);
        assertThat(before.ids()).as("an id that records carry").containsKey(taken);

        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> desk.post("/api/policy/apply", Map.of("reason", "registry lost")))
                    .withMessageContaining("id %d is %s".formatted(taken, foreign))
                    .withMessageContaining("expected " + before.ids().get(taken))
                    .withMessageContaining("empty its database");
            assertThat(drift(desk))
                    .anySatisfy(what -> assertThat(what).startsWith("id %d is %s".formatted(taken, foreign)))
                    .contains(foreign + " is registered and not called for");
        }
        assertThat(RegistryBooks.subjects(stack)).containsExactly(foreign);

        // It starts all the same, to say what is wrong.
        stack.stop(Component.OPERATIONS);
        stack.start(Component.OPERATIONS);
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertThat(drift(desk)).contains("%s is not registered under id %d".formatted(ALERT, other.id()));
        }
        assertThat(RegistryBooks.subjects(stack)).containsExactly(foreign);

        lose();
        stack.stop(Component.OPERATIONS);
        stack.start(Component.OPERATIONS);
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            assertThat(drift(desk)).isEmpty();
        }
        assertThat(RegistryBooks.of(stack, other)).isEqualTo(before);
        assertThat(RegistryBooks.register(stack, foreign))
                .as("no id that was ever given")
                .isGreaterThan(before.highest());
        RegistryBooks.withdraw(stack, foreign);
    }

    /** What it is left with is what a server has at its first start. */
    private static void lose() throws SQLException {
        stack.stop(Component.REGISTRY);
        try (Connection connection = connect("registry");
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
        stack.start(Component.REGISTRY);
        assertThat(RegistryBooks.subjects(stack)).isEmpty();
    }

    /** Asked again where operations says so, as the registry has just started. */
    private static List<String> drift(OperationsDesk desk) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsMatching(
                        slow -> String.valueOf(slow.getMessage()).endsWith("may be made again."))
                .until(() -> desk.get("/api/policy/drift"), Objects::nonNull)
                .path("items")
                .valueStream()
                .map(item -> item.path("what").asString(""))
                .toList();
    }

    /** The mark of an alert that IOM has accepted. */
    private static String submit() {
        Map<String, Answer> before = new TreeMap<>(iom.answers());
        iom.run();
        Map<String, Answer> more = new TreeMap<>(iom.answers());
        more.keySet().removeAll(before.keySet());
        assertThat(more.values()).containsOnly(Answer.ACCEPTED);
        return more.keySet().iterator().next();
    }

    private static void awaitAtIom(Lookout.Warning warning) {
        try (OfficerDesk desk = new OfficerDesk(stack, Component.IOM)) {
            await(warning.mark())
                    .atMost(PATIENCE)
                    .until(() -> desk.get("/api/v1/alerts/routes/received/" + warning.eventId())
                                    .status()
                            == 200);
        }
    }

    private static long deadLettersOfIom() throws SQLException {
        try (Connection connection = connect("iom");
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from dead_letter")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(
                stack.databaseUrl(role), role, stack.secrets().database(role));
    }

    private static String logOfIom() throws IOException {
        return Files.readString(stack.state().log(Component.IOM));
    }

    /** Read by a client that remembers no schema. */
    private static void awaitReceived(String mark) {
        await(mark)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(marksReceived()).contains(mark));
    }

    private static Set<String> marksReceived() {
        try (PartySystem xb = new PartySystem(stack, "xb")) {
            return xb.readAll(INBOX, AlertRoute.class).stream()
                    .map(alert -> String.valueOf(alert.getSummary()))
                    .collect(Collectors.toSet());
        }
    }
}
