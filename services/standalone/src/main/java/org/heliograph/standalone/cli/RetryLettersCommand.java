package org.heliograph.standalone.cli;

import static org.heliograph.standalone.cli.LetterDesk.OPERATOR;
import static org.heliograph.standalone.cli.LetterDesk.PATH;
import static org.heliograph.standalone.cli.LetterDesk.SERVICE;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Tries dead letters again: one with what waits behind it, or those of many cases. */
@Command(
        name = "retry",
        exitCodeOnInvalidInput = PolicyCommand.USAGE,
        description = {
            "Applies a letter, and then those that wait behind it, in their order, until one fails.",
            "With --all in place of PARTY and ID those of each case in the same way, oldest case first.",
            "Exit code 1 if one still cannot be applied."
        })
final class RetryLettersCommand implements Callable<Integer> {

    /** In one call, which has to end before its caller gives up. */
    private static final int CASES = 20;

    private final LetterDesk letters;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "PARTY", description = SERVICE)
    private @Nullable Component party;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "As list shows it.")
    private @Nullable Long id;

    @Option(names = "--all", description = "The letters of all cases.")
    private boolean all;

    @Option(names = "--party", paramLabel = "PARTY", description = "With --all: at this party alone.")
    private @Nullable Component at;

    @Option(names = "--from", paramLabel = "ORIGINATOR", description = "With --all: cases of this originator alone.")
    private @Nullable String originator;

    @Option(
            names = "--event",
            paramLabel = "TYPE",
            description = "With --all: cases whose first letter is such an event.")
    private @Nullable String eventType;

    @Option(
            names = "--because",
            paramLabel = "TEXT",
            description = "With --all: cases whose first letter has a reason that begins so.")
    private @Nullable String because;

    @Option(names = "--as", paramLabel = "OPERATOR", defaultValue = PolicyCommand.PROPOSER, description = OPERATOR)
    private String operator = PolicyCommand.PROPOSER;

    RetryLettersCommand(PrintWriter out) {
        this.letters = new LetterDesk(out);
    }

    @Override
    public Integer call() {
        Component its = party;
        Long letter = id;
        if (!all && its != null && letter != null && choice().isEmpty() && at == null) {
            JsonNode retried = letters.act("retry", its, operator, letter, "/retry", Map.of());
            return told(its, retried.path("applied"), List.of(retried.path("failed")));
        }
        if (all && its == null && letter == null) {
            return many();
        }
        if (spec == null) {
            throw new IllegalStateException("no command line");
        }
        throw new ParameterException(
                spec.commandLine(),
                "expected PARTY and ID of one letter, or --all with --party, --from, --event or --because if wanted");
    }

    private int many() {
        Stack stack = Place.embedded("deadletters retry");
        int worst = 0;
        for (Component service : at == null ? LetterDesk.SERVICES : List.of(LetterDesk.service(at))) {
            try (OfficerDesk desk = new OfficerDesk(stack, service, operator)) {
                worst = Math.max(worst, many(desk, service));
            }
        }
        return worst;
    }

    private int many(OfficerDesk desk, Component service) {
        int worst = 0;
        for (long after = 0; ; ) {
            JsonNode page = LetterDesk.answered(
                    service, desk.post(PATH + "/retry?size=%d&after=%d".formatted(CASES, after), choice()));
            worst = Math.max(worst, told(service, page.path("applied"), page.path("failed")));
            if (!page.path("next").isNumber()) {
                return worst;
            }
            after = page.path("next").asLong();
        }
    }

    private Map<String, String> choice() {
        Map<String, String> choice = new LinkedHashMap<>();
        put(choice, "originator", originator);
        put(choice, "eventType", eventType);
        put(choice, "reason", because);
        return choice;
    }

    private static void put(Map<String, String> choice, String name, @Nullable String value) {
        if (value != null) {
            choice.put(name, value);
        }
    }

    private int told(Component service, Iterable<JsonNode> applied, Iterable<JsonNode> failed) {
        applied.forEach(letter -> letters.out().println("applied %s %d".formatted(service.id(), letter.asLong())));
        int exit = 0;
        for (JsonNode letter : failed) {
            if (letter.isObject()) {
                letters.out().println("still cannot be applied:");
                letters.print(service.id(), letter);
                exit = 1;
            }
        }
        return exit;
    }
}
