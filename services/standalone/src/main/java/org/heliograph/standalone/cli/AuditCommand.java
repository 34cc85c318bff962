package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an auditor asks of the audit. */
@Command(
        name = "audit",
        description = {
            "Checks and shows what the gate decided.",
            "Reads the audit with the auditor's own credentials: no operator and no party may read it."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class AuditCommand implements Runnable {

    private static final String FORMAT = "text or json.";

    private final PrintWriter out;

    AuditCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph audit --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Checks every record of the audit against the hash chains, and tells each that was changed, removed,"
                        + " repeated or moved: where it lies, what was expected.",
                "Exit code 1 if there is any. What was cut off at the end shows only with --heads."
            })
    int verify(
            @Option(
                            names = "--heads",
                            paramLabel = "FILE",
                            description = "What an earlier verify printed as JSON: its heads must still be there.")
                    @Nullable
                    Path heads,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        return new AuditVerification(out, Place.embedded("audit verify"), format).against(heads);
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = "Shows every decision about one event: who offered it, which version of the policy judged it,"
                    + " to whom it was released, and by which rule it was withheld; and what recipients said was done"
                    + " about copies that they could not apply.")
    int show(
            @Option(
                            names = "--event-id",
                            required = true,
                            paramLabel = "ID",
                            description = "As the receipt of its originator names it.")
                    String eventId,
            @Option(names = "--format", defaultValue = "TEXT", description = FORMAT) Format format) {
        return new AuditExplanation(out, Place.embedded("audit show"), format).of(eventId);
    }
}
