package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.heliograph.operations.PolicyGrounds;
import org.heliograph.operations.PolicyGroundsExtension;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.sandbox.Check;
import org.heliograph.standalone.sandbox.Limits;
import org.heliograph.standalone.sandbox.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox finds: nothing in the kits, and in a careless client what it does carelessly, and no more. */
@ExtendWith({PolicyGroundsExtension.class, OperationsUp.class})
class SandboxIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<Check> ALL = EnumSet.allOf(Check.class);

    /** A kit has as long as it takes on a busy machine. */
    private static final Limits OF_KITS =
            new Limits(PATIENCE, PATIENCE, Duration.ofSeconds(10), Duration.ofSeconds(15), 500);

    /** What a careless client never does is waited for so long. */
    private static final Limits OF_CARELESS_ONES =
            new Limits(PATIENCE, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(20), 300);

    private final Stack stack;

    @TempDir
    private Path folder;

    SandboxIT(PolicyGrounds grounds) {
        this.stack = grounds.stack();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void findsNothingWrongWithAKit(KitRuntime runtime) {
        Path kit = clients().kit(runtime);

        SandboxClients.Outcome outcome =
                clients().played(List.of(), ALL, OF_KITS, data -> SandboxClients.in(data, runtime.consume(kit)));

        assertThat(outcome.verdicts().keySet()).isEqualTo(ALL);
        assertThat(outcome.verdicts().values()).allMatch(Verdict::isPassed);
        assertThat(new JsonMapper().readTree(outcome.answer()).propertyNames())
                .as("keys and counts, and no content")
                .containsExactlyInAnyOrder(
                        "instance",
                        "principal",
                        "group",
                        "handled",
                        "recalled",
                        "repeated",
                        "refused",
                        "schemas",
                        "tokens",
                        "error");
        assertThat(outcome.answer()).doesNotContain("envelope", "sandboxRemark");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void findsWhatACarelessClientDoesAndSaysWhy() {
        SandboxClients.Outcome outcome = clients()
                .careless(
                        EnumSet.complementOf(EnumSet.of(Check.TOKEN, Check.PAUSE)),
                        OF_CARELESS_ONES,
                        "commits-first",
                        "handles-again",
                        "ignores-recalls",
                        "knows-its-schemas",
                        "trusts");

        assertFailed(outcome, Check.DUPLICATES, "handled more than once: ");
        assertFailed(outcome, Check.VERSION, "not handled: ", "it never asked the registry for schema");
        assertFailed(outcome, Check.RECALL, "not taken as a recall: 2 records");
        assertFailed(outcome, Check.FORGED, "handled, though forged: ");
        assertFailed(outcome, Check.COMMITS, "committed before it was handled: ");
        assertThat(outcome.passed()).containsExactly(Check.FIRST, Check.BURST);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource(names = {"KEEPS_ITS_TOKEN", "KEEPS_ITS_SECRET"})
    void findsAClientThatDoesNotRenew(Careless fault) {
        assertFound(fault);
    }

    @Tag("long")
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"KEEPS_ITS_TOKEN", "KEEPS_ITS_SECRET"})
    void findsEachOtherFaultByItself(Careless fault) {
        assertFound(fault);
    }

    private SandboxClients clients() {
        return new SandboxClients(stack, folder);
    }

    private void assertFound(Careless fault) {
        SandboxClients.Outcome outcome = clients().careless(fault.tried(), OF_CARELESS_ONES, fault.option());

        assertFailed(outcome, fault.check, fault.reason);
        Set<Check> others = fault.tried();
        others.remove(fault.check);
        assertThat(outcome.passed()).isEqualTo(others);
    }

    private static void assertFailed(SandboxClients.Outcome outcome, Check check, String... reasons) {
        assertThat(outcome.verdicts()).containsKey(check);
        Verdict verdict = Objects.requireNonNull(outcome.verdicts().get(check));
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Verdict.Outcome.FAIL);
        assertThat(String.join("; ", verdict.reasons())).contains(reasons);
    }

    /** What the planted client can do wrong, and what is said of it. */
    enum Careless {
        COMMITS_FIRST(Check.COMMITS, "committed before it was handled: "),
        HANDLES_AGAIN(Check.DUPLICATES, "handled more than once: "),
        IGNORES_RECALLS(Check.RECALL, "not taken as a recall: 2 records"),
        KNOWS_ITS_SCHEMAS(Check.VERSION, "it never asked the registry for schema"),
        TRUSTS(Check.FORGED, "handled, though forged: "),
        FORGETS_ORDER(Check.BURST, "handled in another order than that of its case: "),
        KEEPS_ITS_TOKEN(Check.TOKEN, "it has asked for no new token since the earlier ones ended"),
        KEEPS_ITS_SECRET(Check.TOKEN, "it still comes with the secret that was replaced");

        private final Check check;
        private final String reason;

        Careless(Check check, String reason) {
            this.check = check;
            this.reason = reason;
        }

        String option() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** All that takes little time, without what fails by that fault too. */
        Set<Check> tried() {
            return switch (this) {
                case KEEPS_ITS_TOKEN, KEEPS_ITS_SECRET -> EnumSet.of(Check.FIRST, Check.TOKEN);
                case FORGETS_ORDER -> EnumSet.of(Check.FIRST, Check.BURST, Check.COMMITS);
                default -> EnumSet.complementOf(EnumSet.of(Check.TOKEN, Check.PAUSE));
            };
        }
    }
}
