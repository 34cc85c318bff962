package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** How far readers are behind, as operations sees it. */
@Command(
        name = "lag",
        description = {
            "Shows for each consumer group and topic what is unread, how old the oldest of it is, and how the group is"
                    + " doing: OK, WARN, REWIND, STALL or STOP.",
            "Operations looks every ten seconds. It sees offsets and times, and reads nothing.",
            "Exit code 1 if a group is not OK."
        })
final class LagCommand implements Callable<Integer> {

    private static final long EVERY_SECONDS = 5;

    @Option(names = "--party", paramLabel = "PARTY", description = "Only the groups of this party, such as xb.")
    private @Nullable String party;

    @Option(names = "--watch", description = "Again every five seconds, until Ctrl-C.")
    private boolean watch;

    @Option(names = "--format", defaultValue = "TEXT", description = "text or json.")
    private Format format = Format.TEXT;

    private final PrintWriter out;

    LagCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Stack stack = Place.embedded("lag");
        int exit = print(stack);
        while (watch) {
            TimeUnit.SECONDS.sleep(EVERY_SECONDS);
            exit = print(stack);
        }
        return exit;
    }

    /** With a login of its own each time: one lasts five minutes. */
    private int print(Stack stack) {
        try (OperationsDesk desk = new OperationsDesk(stack, PolicyCommand.PROPOSER)) {
            JsonNode report = desk.get("/api/lag" + (party == null ? "" : "?party=" + Texts.encoded(party)));
            if (format == Format.JSON) {
                format.print(out, report);
            } else {
                new LagText(out).print(report);
            }
            return report.path("rows")
                            .valueStream()
                            .allMatch(row -> row.path("state").asString("").equals("OK"))
                    ? 0
                    : 1;
        }
    }
}
