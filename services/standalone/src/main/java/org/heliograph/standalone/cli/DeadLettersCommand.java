package org.heliograph.standalone.cli;

import static org.heliograph.standalone.cli.LetterDesk.OPERATOR;
import static org.heliograph.standalone.cli.LetterDesk.PATH;
import static org.heliograph.standalone.cli.LetterDesk.SERVICE;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Records that services could not apply, as an operator sees them. */
@Command(
        name = "deadletters",
        description = {
            "Shows records that a service could not apply, without their content; tries them again, gives them back to"
                    + " their originators or gives them up.",
            "Content is for the officers of the party alone, at its service."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class DeadLettersCommand implements Runnable {

    private static final String REASON = "Why; the originator reads it too, so say nothing of the content.";

    private final PrintWriter out;
    private final LetterDesk letters;

    DeadLettersCommand(PrintWriter out) {
        this.out = out;
        this.letters = new LetterDesk(out);
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph deadletters --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = "Lists letters, oldest first: what waits, and why.")
    int list(
            @Option(names = "--party", description = SERVICE + " Unless given, all.") @Nullable Component party,
            @Option(names = "--all", description = "Those that were settled too.") boolean all,
            @Option(
                            names = "--as",
                            paramLabel = "OPERATOR",
                            defaultValue = PolicyCommand.PROPOSER,
                            description = OPERATOR)
                    String operator,
            @Option(names = "--format", defaultValue = "TEXT", description = "text or json.") Format format) {
        Stack stack = Place.embedded("deadletters list");
        Map<String, List<JsonNode>> found = new LinkedHashMap<>();
        for (Component service : party == null ? LetterDesk.SERVICES : List.of(LetterDesk.service(party))) {
            try (OfficerDesk desk = new OfficerDesk(stack, service, operator)) {
                found.put(service.id(), pages(desk, !all));
            }
        }
        if (format == Format.JSON) {
            format.print(out, found);
        } else {
            found.forEach(letters::print);
        }
        return 0;
    }

    private static List<JsonNode> pages(OfficerDesk desk, boolean open) {
        List<JsonNode> letters = new ArrayList<>();
        for (long after = 0; ; ) {
            JsonNode page = desk.get(PATH + "?size=500&open=%s&after=%d".formatted(open, after))
                    .success();
            page.path("items").forEach(letters::add);
            if (!page.path("next").isNumber()) {
                return letters;
            }
            after = page.path("next").asLong();
        }
    }

    @Command(
            name = "return",
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Gives a letter back to its originator, who learns that its event did not take effect there, and can"
                        + " send it anew.",
                "What waits behind it can be tried again then."
            })
    int giveBack(
            @Parameters(index = "0", paramLabel = "PARTY", description = SERVICE) Component party,
            @Parameters(index = "1", paramLabel = "ID", description = "As list shows it.") long id,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Option(
                            names = "--as",
                            paramLabel = "OPERATOR",
                            defaultValue = PolicyCommand.PROPOSER,
                            description = OPERATOR)
                    String operator) {
        letters.print(party.id(), letters.act("return", party, operator, id, "/return", Map.of("reason", reason)));
        return 0;
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = "Proposes to give a letter up. It stays until somebody else confirms.")
    int discard(
            @Parameters(index = "0", paramLabel = "PARTY", description = SERVICE) Component party,
            @Parameters(index = "1", paramLabel = "ID", description = "As list shows it.") long id,
            @Option(names = "--reason", required = true, description = REASON) String reason,
            @Option(
                            names = "--as",
                            paramLabel = "OPERATOR",
                            defaultValue = PolicyCommand.PROPOSER,
                            description = OPERATOR)
                    String operator) {
        letters.print(party.id(), letters.act("discard", party, operator, id, "/discard", Map.of("reason", reason)));
        out.println("Somebody else has to confirm: ./heliograph deadletters confirm %s %d --as OPERATOR"
                .formatted(party.id(), id));
        return 0;
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = "Gives a letter up, as somebody else proposed.")
    int confirm(
            @Parameters(index = "0", paramLabel = "PARTY", description = SERVICE) Component party,
            @Parameters(index = "1", paramLabel = "ID", description = "As list shows it.") long id,
            @Option(names = "--as", paramLabel = "OPERATOR", required = true, description = "Operator who confirms.")
                    String operator) {
        letters.print(party.id(), letters.act("confirm", party, operator, id, "/discard/confirm", Map.of()));
        return 0;
    }
}
