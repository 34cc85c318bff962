package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where consumer groups go on reading. */
@Command(
        name = "offsets",
        description = "Changes where consumer groups go on reading.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class OffsetsCommand implements Runnable {

    private final PrintWriter out;

    OffsetsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph offsets --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Lets a group read again from a time on, or leave out what came before it.",
                "It is done as the group's own principal, whose secret must be in the state folder: nobody else may, an"
                        + " operator neither. The group must have no member.",
                "What is read again is delivered again: the system has to know what it has handled, by event id."
            })
    int reset(
            @Parameters(index = "0", paramLabel = "GROUP", description = "Such as xb.inbox; lag shows them.")
                    String group,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "TIME",
                            converter = Moment.Converter.class,
                            description = "earliest, latest, or an instant such as 2026-11-28T09:00:00Z.")
                    Moment to,
            @Option(names = "--dry-run", description = "Shows what would change, and changes nothing.") boolean dry) {
        Stack stack = Place.embedded("offsets reset");
        int dot = group.indexOf('.');
        if (dot <= 0) {
            throw new StackException(
                    "found group '%s', expected the name of a principal, a dot, and more, such as xb.inbox"
                            .formatted(group));
        }
        String principal = group.substring(0, dot);
        if (!stack.secrets().hasClient(principal)) {
            throw new StackException("'" + principal + "' has no secret in the state folder");
        }
        try (GroupOffsets offsets = new GroupOffsets(stack.brokerClients(principal), group)) {
            var moves = offsets.movesTo(to);
            moves.forEach(
                    (partition, move) -> out.println("%s  %d -> %d".formatted(partition, move.from(), move.to())));
            if (dry) {
                out.println("Nothing was changed: --dry-run.");
                return 0;
            }
            offsets.make(moves);
            out.println("%s goes on from %s in %d partitions.".formatted(group, to, moves.size()));
            return 0;
        }
    }
}
