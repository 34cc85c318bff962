package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** What a party lost, asked for again. */
@Command(
        name = "redeliver",
        description = {
            "Asks the gate to judge again what was released to a party in a time, and to deliver what today's policy"
                    + " allows. What its originator took back, or said otherwise of, does not come again.",
            "At most 10,000 offers at once, and only as long as the outboxes hold them. The party has to know by event"
                    + " id what it has handled already.",
            "Exit code 0 once all is judged, whatever came of it; 1 if it cannot be said."
        },
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class RedeliverCommand implements Callable<Integer> {

    private static final String INSTANT = "An instant such as 2026-11-28T09:00:00Z, by the clock of the gate.";

    /** A login lasts five minutes. */
    private static final Duration LOGIN = Duration.ofMinutes(3);

    private static final Duration SILENCE = Duration.ofMinutes(2);

    @Parameters(paramLabel = "PARTY", description = "Id of a party, such as xb.")
    private String party = "";

    @Option(names = "--from", required = true, paramLabel = "TIME", description = INSTANT)
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "TIME", description = "The first instant after it.")
    private String to = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why; kept in the audit. Needed unless with --dry-run.")
    private @Nullable String reason;

    @Option(
            names = "--dry-run",
            description = "Says how many offers would be judged again and how many released today; asks nothing.")
    private boolean dry;

    @Option(
            names = "--as",
            paramLabel = "OPERATOR",
            defaultValue = PolicyCommand.PROPOSER,
            description = "Operator who asks; ${DEFAULT-VALUE} unless given.")
    private String operator = PolicyCommand.PROPOSER;

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json.")
    private Format format = Format.TEXT;

    private final PrintWriter out;
    private final PrintWriter err;

    RedeliverCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!dry && (reason == null || reason.isBlank())) {
            throw new StackException("--reason: found nothing, expected why it is delivered again");
        }
        Stack stack = Place.embedded("redeliver");
        JsonNode begun;
        try (OperationsDesk desk = new OperationsDesk(stack, operator)) {
            Map<String, String> wish = Map.of("party", party, "from", from, "to", to);
            JsonNode plan = desk.post("/api/redeliveries/plan", wish);
            if (dry && format == Format.JSON) {
                format.print(out, plan);
            } else if (format == Format.TEXT) {
                new RedeliverText(out).plan(plan);
            }
            if (dry) {
                return 0;
            }
            begun = desk.post(
                    "/api/redeliveries",
                    Map.of(
                            "party", party,
                            "from", from,
                            "to", to,
                            "plan", plan.path("id").asString(""),
                            "reason", String.valueOf(reason)));
        }
        JsonNode end = follow(stack, begun);
        if (format == Format.JSON) {
            format.print(out, end);
        } else {
            new RedeliverText(out).outcome(end);
        }
        return 0;
    }

    /** Until the gate has judged everything. */
    private JsonNode follow(Stack stack, JsonNode begun) throws InterruptedException {
        String command = begun.path("command").asString("");
        long judged = -1;
        Instant silentSince = Instant.now();
        while (true) {
            Instant login = Instant.now();
            try (OperationsDesk desk = new OperationsDesk(stack, operator)) {
                while (Instant.now().isBefore(login.plus(LOGIN))) {
                    JsonNode progress = desk.get("/api/redeliveries/" + Texts.encoded(command));
                    if (progress.path("done").asBoolean(false)) {
                        return progress;
                    }
                    if (progress.path("judged").asLong(0) != judged) {
                        judged = progress.path("judged").asLong(0);
                        silentSince = Instant.now();
                        // Beside the answer, which may be for a script.
                        err.printf(
                                "judged %,d of %,d%n",
                                judged, progress.path("of").asLong(0));
                    }
                    if (Instant.now().isAfter(silentSince.plus(SILENCE))) {
                        throw new StackException(
                                "command %s: the gate has judged %d of %d, and none for %d s; it goes on by itself once"
                                                .formatted(
                                                        command,
                                                        judged,
                                                        progress.path("of").asLong(0),
                                                        SILENCE.toSeconds())
                                        + " it can: ./heliograph status, and GET /api/redeliveries/" + command);
                    }
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            }
        }
    }
}
