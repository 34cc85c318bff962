package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.heliograph.sharing.firewall.Firewall;
import org.heliograph.sharing.firewall.Proof;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What an operator asks of the control plane. */
@Command(
        name = "policy",
        description = {
            "Shows, changes and checks who may exchange what.",
            "Operations does the work; these commands ask it as one of its operators."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class PolicyCommand implements Runnable {

    /** Not 2, which says that a plan has changes. */
    static final int USAGE = 64;

    /** Operator who asks where none is named. */
    static final String PROPOSER = "duty-operator";

    private static final String APPROVER = "second-operator";
    private static final String DIR = "Folder of the policy's files; unless given, the one that operations knows.";
    private static final String AS = "Operator who asks; ${DEFAULT-VALUE} unless given.";
    private static final String FORMAT = "text or json.";

    private final PrintWriter out;
    private final PrintWriter err;

    PolicyCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph policy --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = {
                "Shows what to apply the files would do: +added, -removed, ~changed; for whom access widens, narrows;"
                        + " what happens at the broker. Changes nothing.",
                "Exit code 0 if there is nothing to do, 2 if there is, 1 if it cannot be said."
            })
    int plan(
            @Option(names = "--dir", paramLabel = "DIR", description = DIR) @Nullable Path dir,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        return asked("policy plan", PROPOSER, desk -> {
            JsonNode plan = desk.post("/api/policy/plan", wish(dir));
            JsonNode drift = desk.get("/api/policy/drift");
            if (format == Format.JSON) {
                format.print(out, Map.of("plan", plan, "drift", drift));
            } else {
                new PlanText(out).print(plan, drift);
            }
            return plan.path("changes").isEmpty() && drift.path("items").isEmpty() ? 0 : 2;
        });
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = {
                "Applies the files. What only narrows access is in force at once; what widens it is proposed and waits"
                        + " for the approval of another operator.",
                "May be repeated: what is in force already is only asserted again, which undoes any drift.",
                "A registry that lost schemas gets each of them back under the id that records in topics carry."
            })
    int apply(
            @Option(names = "--dir", paramLabel = "DIR", description = DIR) @Nullable Path dir,
            @Option(names = "--reason", required = true, description = "Why; kept in the history.") String reason,
            @Option(
                            names = "--plan",
                            paramLabel = "ID",
                            description = "Apply only if this is still exactly what would be done.")
                    @Nullable
                    String plan,
            @Option(names = "--as", paramLabel = "OPERATOR", defaultValue = PROPOSER, description = AS) String operator,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        Map<String, Object> wish = wish(dir);
        return change("policy apply", wish, plan, reason, operator, format);
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = {
                "Goes back to what an earlier version said, with the schemas and keys of today.",
                "A change like any other: what widens access waits for an approval."
            })
    int rollback(
            @Parameters(paramLabel = "VERSION", description = "Hash, or its first digits, as history shows it.")
                    String version,
            @Option(names = "--reason", required = true, description = "Why; kept in the history.") String reason,
            @Option(names = "--as", paramLabel = "OPERATOR", defaultValue = PROPOSER, description = AS) String operator,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        return change("policy rollback", new HashMap<>(Map.of("rollbackTo", version)), null, reason, operator, format);
    }

    private int change(
            String command,
            Map<String, Object> wish,
            @Nullable String plan,
            String reason,
            String operator,
            Format format) {
        wish.put("reason", reason);
        if (plan != null) {
            wish.put("plan", plan);
        }
        return asked(command, operator, desk -> outcome(desk.post("/api/policy/apply", wish), format));
    }

    @Command(exitCodeOnInvalidInput = USAGE, description = "Brings into force what another operator has proposed.")
    int approve(
            @Parameters(paramLabel = "PLAN", description = "Id that apply has printed.") String plan,
            @Option(names = "--reason", required = true, description = "Why; kept in the history.") String reason,
            @Option(names = "--as", paramLabel = "OPERATOR", defaultValue = APPROVER, description = AS) String operator,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        return asked(
                "policy approve",
                operator,
                desk -> outcome(
                        desk.post("/api/policy/plans/" + plan + "/approval", Map.of("reason", reason)), format));
    }

    private int outcome(JsonNode outcome, Format format) {
        if (format == Format.JSON) {
            format.print(out, outcome);
        } else {
            new PlanText(out).outcome(outcome);
        }
        return 0;
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = {
                "Compares the live broker and registry with the version in force. Changes nothing.",
                "Exit code 1 if any differs: topics, settings, rights, quotas or subjects that are missing, changed"
                        + " or foreign, and super users of the broker."
            })
    int verify(@Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        Stack stack = Place.embedded("policy verify");
        return asked("policy verify", PROPOSER, desk -> new Verification(out, stack, format).of(desk));
    }

    @Command(exitCodeOnInvalidInput = USAGE, description = "Shows for each event who may publish and receive it.")
    int matrix(
            @Option(names = "--format", defaultValue = "TABLE", description = "table, json or html.")
                    MatrixFormat format) {
        return asked("policy matrix", PROPOSER, desk -> {
            format.print(out, desk.get("/api/policy/matrix"));
            return 0;
        });
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = {
                "Searches for a way by which anything could leave the protection parties without crossing a listed"
                        + " declassifier: in the version in force or, with --dir, in files, which needs no stack.",
                "Exit code 1 and the shortest way if there is one."
            })
    int prove(
            @Option(names = "--dir", paramLabel = "DIR", description = "Folder of a policy's files.") @Nullable
                    Path dir) {
        if (dir != null) {
            PolicyFolder.files(dir);
            Proof proof = Firewall.prove(PolicyCompiler.compile(dir));
            return proof(proof instanceof Proof.Holds, proof.text());
        }
        return asked("policy prove", PROPOSER, desk -> {
            JsonNode proof = desk.get("/api/policy/proof");
            return proof(
                    proof.path("holds").asBoolean(false), proof.path("text").asString(""));
        });
    }

    private int proof(boolean holds, String text) {
        out.println(text);
        out.flush();
        return holds ? 0 : 1;
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = {
                "Replays what the gate decided: by the version in force and by the files, and tells who would gain,"
                        + " who would lose and by which rules. Changes nothing.",
                "Reads the audit with the auditor's own credentials."
            })
    int simulate(
            @Parameters(paramLabel = "DIR", description = "Folder of a policy's files.") Path dir,
            @Option(
                            names = "--last",
                            paramLabel = "TIME",
                            converter = Period.class,
                            description = "Only what was decided in this time: days, hours or minutes such as 7d, 12h,"
                                    + " 30m. All that the audit keeps, unless given.")
                    @Nullable
                    Duration last,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        PolicyFolder.files(dir);
        Policy files = PolicyCompiler.compile(dir);
        Stack stack = Place.embedded("policy simulate");
        return asked("policy simulate", PROPOSER, desk -> {
            return new PolicySimulation(out, err, stack, format).of(desk.policyInForce(), files, last);
        });
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = {
                "Says whether a party may publish and receive an event, and why.",
                "With --event-id: what was decided about one event, by which rule and version, from the audit."
            })
    int explain(
            @Parameters(index = "0", arity = "0..1", paramLabel = "PARTY") @Nullable String party,
            @Parameters(index = "1", arity = "0..1", paramLabel = "EVENT") @Nullable String event,
            @Option(names = "--event-id", paramLabel = "ID", description = "As the receipt of its originator names it.")
                    @Nullable
                    String eventId,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        if (eventId != null && party == null) {
            return new AuditExplanation(out, Place.embedded("policy explain"), format).of(eventId);
        }
        if (party == null || event == null || eventId != null) {
            throw new StackException("expected PARTY and EVENT, or --event-id ID");
        }
        return asked("policy explain", PROPOSER, desk -> {
            JsonNode explanation = desk.get(
                    "/api/policy/explanation?party=" + Texts.encoded(party) + "&event=" + Texts.encoded(event));
            if (format == Format.JSON) {
                format.print(out, explanation);
            } else {
                Texts.explanation(out, explanation);
            }
            return 0;
        });
    }

    @Command(
            exitCodeOnInvalidInput = USAGE,
            description = "Lists who changed the policy, when and why, and what waits for an approval.")
    int history(@Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        return asked("policy history", PROPOSER, desk -> {
            JsonNode history = desk.get("/api/policy/changes");
            if (format == Format.JSON) {
                format.print(out, history);
            } else {
                Texts.history(out, history);
            }
            return 0;
        });
    }

    private static Map<String, Object> wish(@Nullable Path dir) {
        return dir == null ? new HashMap<>() : new HashMap<>(Map.of("files", PolicyFolder.files(dir)));
    }

    private static int asked(String command, String operator, ToIntFunction<OperationsDesk> question) {
        try (OperationsDesk desk = new OperationsDesk(Place.embedded(command), operator)) {
            return question.applyAsInt(desk);
        }
    }
}
