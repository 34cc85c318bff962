package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.onboarding.PartiesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Further systems of a party, which read its inboxes and write nothing. */
@Command(
        name = "system",
        description = "Lets a party have one more system that reads its inboxes.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class SystemCommand implements Runnable {

    private final PrintWriter out;

    SystemCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph system --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = "Writes the system into parties.yaml, opens its account and proposes the change.")
    int add(
            @Parameters(index = "0", paramLabel = "PARTY", description = "Id of a party, such as xd.") String party,
            @Parameters(
                            index = "1",
                            paramLabel = "NAME",
                            description = "Principal of the system, such as xd-archive: as a party's id.")
                    String system,
            @Mixin ChangeOptions options) {
        Stack stack = Place.embedded("system add");
        return PartyCommand.changing(out, stack, options, (edit, desks) -> {
            edit.edit(
                    PartiesText.FILE,
                    text -> new PartiesText(text).withSystem(party, system).text());
            desks.plan(edit);
            desks.accounts().openSystem(edit, party, system);
            JsonNode outcome = edit.submit(desks.operations(), options.reason);
            return new ChangeText(
                    outcome,
                    Map.of(
                            "secret of " + system,
                            stack.secrets().clientFile(system).toString()),
                    List.of(
                            ChangeText.approval(outcome),
                            "settings for its Kafka client: ./heliograph client-config %s --for java"
                                    .formatted(system)));
        });
    }
}
