package org.heliograph.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.heliograph.faults.Submitter.Answer;
import org.heliograph.gate.Ledger;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Health;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parts die, hang and go away while officers submit. Everything recovers without a hand, what was accepted is delivered
 * once, and what was refused does not exist.
 */
@HeliographStack
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Long enough for calls and transactions to run into it. */
    private static final Duration OUTAGE = Duration.ofSeconds(3);

    private static Ledger ledger;

    private final Stack stack;

    FaultsIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeAll
    static void open(Stack stack) {
        ledger = new Ledger(stack);
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nothingIsLostWhen(Fault fault) {
        assertSurvives(List.of(fault));
    }

    /** Those die that hold something or that others wait for; one hangs. */
    static Stream<Fault> nothingIsLostWhen() {
        return Stream.concat(
                Stream.of(Component.BROKER, Component.POSTGRES, Component.GATE, Component.XA)
                        .map(component -> new Fault(component, Fault.Kind.KILL)),
                Stream.of(new Fault(Component.GATE, Fault.Kind.PAUSE)));
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nothingIsLostWhateverHappensToOne(Fault fault) {
        assertSurvives(List.of(fault));
    }

    static Stream<Fault> nothingIsLostWhateverHappensToOne() {
        return Component.all().stream()
                .flatMap(component -> Arrays.stream(Fault.Kind.values()).map(kind -> new Fault(component, kind)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void nothingIsLostWhenTwoFailAtOnce(long seed) {
        assertSurvives(Fault.pair(seed));
    }

    static LongStream nothingIsLostWhenTwoFailAtOnce() {
        return LongStream.of(1);
    }

    @Tag("long")
    @ParameterizedTest(name = "seed {0}")
    @MethodSource
    void nothingIsLostWhicheverTwoFailAtOnce(long seed) {
        assertSurvives(Fault.pair(seed));
    }

    /** {@code -Dheliograph.seeds=100-120} takes others. */
    static LongStream nothingIsLostWhicheverTwoFailAtOnce() {
        String[] bounds = System.getProperty("heliograph.seeds", "2-20").split("-", 2);
        return LongStream.rangeClosed(Long.parseLong(bounds[0]), Long.parseLong(bounds[1]));
    }

    private void assertSurvives(List<Fault> faults) {
        System.out.println("faults: " + faults);
        Map<String, Long> letters = deadLetters();
        try (Load load = new Load(stack, ledger)) {
            load.awaitAccepted(3);
            faults.forEach(fault -> fault.begin(stack));
            try {
                await().during(OUTAGE).atMost(OUTAGE.multipliedBy(2)).until(() -> true);
            } finally {
                faults.forEach(fault -> fault.end(stack));
            }
            load.awaitAccepted(3);
            awaitRecovery();
            load.assertKept();
            // What is only away must not become work for somebody.
            assertThat(deadLetters()).isEqualTo(letters);
            System.out.println("faults: %s: accepted %d, refused %d, unknown %d; all: %s"
                    .formatted(
                            faults,
                            load.count(Answer.ACCEPTED),
                            load.count(Answer.REFUSED),
                            load.count(Answer.UNKNOWN),
                            ledger.totals()));
        }
    }

    private Map<String, Long> deadLetters() {
        Map<String, Long> letters = new TreeMap<>();
        for (String party : List.of("iom", "unodc", "xa", "xb")) {
            try (Connection connection = DriverManager.getConnection(
                            stack.databaseUrl(party), party, stack.secrets().database(party));
                    ResultSet rows = connection.createStatement().executeQuery("select count(*) from dead_letter")) {
                rows.next();
                letters.put(party, rows.getLong(1));
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
        return letters;
    }

    private void awaitRecovery() {
        await("all is ready again")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.components())
                        .allSatisfy(component -> assertThat(stack.health(component))
                                .as(component.id())
                                .isEqualTo(Health.READY)));
    }
}
