package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.sandbox.Check;
import org.heliograph.standalone.sandbox.Limits;
import org.heliograph.standalone.sandbox.Sandbox;
import org.heliograph.standalone.sandbox.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Plays synthetic events and faults at a client. */
@Command(
        name = "sandbox",
        description = {
            "Plays synthetic exercises and faults at a running client, and says for each whether it bears them:"
                    + " duplicates, a newer schema, a recall, a forged event, a burst, a token and a secret that end, a"
                    + " long silence, and commits before handling.",
            "A broker of its own is started for it, with topics, rights and schemas of the principal by the policy in"
                    + " force. Nothing is written to the platform, and none of its secrets is used.",
            "The client is a kit, or any program that has a check endpoint; docs/kits.md says how to start it.",
            "Exit code 0 if all that was to be tried was passed, else 1."
        },
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class SandboxCommand implements Callable<Integer> {

    private static final int STANDARD_CHECK_PORT = 18_300;

    @Parameters(paramLabel = "PRINCIPAL", description = "A system such as xb or xa-fusion.")
    private String principal = "";

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "CHECK",
            converter = CheckName.class,
            description = "Only these: first, duplicates, version, recall, forged, burst, token, pause, commits.")
    private @Nullable List<Check> only;

    @Option(
            names = "--topic",
            split = ",",
            paramLabel = "TOPIC",
            description = "Play on these alone; unless given, on all that the principal may read.")
    private @Nullable List<String> topics;

    @Option(
            names = "--check-port",
            paramLabel = "PORT",
            description = "Where the client answers, on 127.0.0.1; ${DEFAULT-VALUE} unless given.")
    private int checkPort = STANDARD_CHECK_PORT;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long the client has to come; ${DEFAULT-VALUE} unless given.")
    private int arrival = 120;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long it has for each thing that it should do; ${DEFAULT-VALUE} unless given.")
    private int patience = 60;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            description = "How long the broker says nothing; ${DEFAULT-VALUE} unless given.")
    private int silence = 50;

    @Option(
            names = "--token-life",
            paramLabel = "SECONDS",
            description = "How long its tokens live, 5 to 300; ${DEFAULT-VALUE} unless given.")
    private int tokenLife = 60;

    @Option(
            names = "--burst",
            paramLabel = "NUMBER",
            description = "How many events come at once; ${DEFAULT-VALUE} unless given.")
    private int burst = 500;

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json.")
    private Format format = Format.TEXT;

    private final PrintWriter out;

    SandboxCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Limits limits = new Limits(seconds(arrival), seconds(patience), seconds(silence), seconds(tokenLife), burst);
        if (checkPort < 1 || checkPort > 65_535) {
            throw new StackException("--check-port: found %d, expected 1 to 65535".formatted(checkPort));
        }
        if (!principal.matches("[a-z][a-z0-9-]*")) {
            throw new StackException(
                    "found principal '%s', expected small letters, digits and hyphens such as xb".formatted(principal));
        }
        Policy policy = inForce();
        Path folder = Place.folder().resolve("sandbox").resolve(principal);
        say("A broker starts for " + principal + " alone.");
        try (Sandbox sandbox =
                Sandbox.open(folder, policy, principal, topics == null ? List.of() : topics, checkPort, limits)) {
            say("Start the client within %d s, with HELIOGRAPH_KIT=%s".formatted(arrival, sandbox.clientFolder()));
            say("and without HELIOGRAPH_SECRET and HELIOGRAPH_SECRET_FILE. Of a kit for Python:");
            say("  HELIOGRAPH_KIT=%s /usr/bin/python3 consume.py".formatted(sandbox.clientFolder()));
            List<Verdict> verdicts = sandbox.play(checks(), new Telling());
            if (format == Format.JSON) {
                format.print(out, verdicts);
            }
            return verdicts.stream().allMatch(Verdict::isPassed) ? 0 : 1;
        }
    }

    private static Policy inForce() {
        try (OperationsDesk desk = new OperationsDesk(Place.embedded("sandbox"), PolicyCommand.PROPOSER)) {
            return desk.policyInForce();
        }
    }

    private Set<Check> checks() {
        return only == null || only.isEmpty() ? EnumSet.allOf(Check.class) : EnumSet.copyOf(only);
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }

    /** To people; a script gets the verdicts alone. */
    private void say(String line) {
        if (format == Format.TEXT) {
            out.println(line);
            out.flush();
        }
    }

    private final class Telling implements Sandbox.Progress {

        @Override
        public void arrived(String group) {
            say("It reads in the group " + group + ".");
        }

        @Override
        public void playing(Check check) {
            say("  %-11s ...  %s".formatted(check, check.promise()));
        }

        @Override
        public void judged(Verdict verdict) {
            String outcome = switch (verdict.outcome()) {
                case PASS -> "pass";
                case FAIL -> "FAIL";
                case NOT_TRIED -> "not tried";
            };
            say("  %-11s %s%s%s"
                    .formatted(
                            verdict.check(),
                            outcome,
                            verdict.isPassed() ? "" : ": ",
                            String.join("; ", verdict.reasons())));
        }
    }

    /** From the command line. */
    static final class CheckName implements ITypeConverter<Check> {

        @Override
        public Check convert(String text) {
            return Arrays.stream(Check.values())
                    .filter(check -> check.toString().equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("found '%s', expected %s"
                            .formatted(
                                    text,
                                    Arrays.stream(Check.values())
                                            .map(Check::toString)
                                            .collect(Collectors.joining(", ")))));
        }
    }
}
