package org.heliograph.standalone.cli;

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
            "Shows records that a service could not apply, without their content; tries them again or gives them up.",
            "Content is for the officers of the party alone, at its service."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class DeadLettersCommand implements Runnable {

    private static final String PATH = "/api/oversight/dead-letters";
    private static final String SERVICE = "Party whose service has the letter: iom, unodc, xa or xb.";
    private static final String OPERATOR = "Operator who asks; ${DEFAULT-VALUE} unless given.";
    private static final List<Component> SERVICES = List.of(Component.IOM, Component.UNODC, Component.XA, Component.XB);

    private final PrintWriter out;

    DeadLettersCommand(PrintWriter out) {
        this.out = out;
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
        Map<String, List<JsonNode>> letters = new LinkedHashMap<>();
        for (Component service : party == null ? SERVICES : List.of(service(party))) {
            try (OfficerDesk desk = new OfficerDesk(stack, service, operator)) {
                letters.put(service.id(), pages(desk, !all));
            }
        }
        if (format == Format.JSON) {
            format.print(out, letters);
        } else {
            letters.forEach(this::print);
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

    private void print(String party, List<JsonNode> letters) {
        if (letters.isEmpty()) {
            out.println(party + ": none");
        }
        letters.forEach(letter -> print(party, letter));
    }

    private void print(String party, JsonNode letter) {
        out.println("%s %d  %s  %s from %s  %s/%d@%d"
                .formatted(
                        party,
                        letter.path("id").asLong(),
                        letter.path("at").asString(""),
                        letter.path("eventType").asString("unreadable"),
                        letter.path("originator").asString("unknown"),
                        letter.path("topic").asString(""),
                        letter.path("partition").asInt(0),
                        letter.path("offset").asLong(0)));
        out.println("    " + letter.path("reason").asString(""));
        if (letter.path("behind").isNumber()) {
            out.println("    waits behind " + letter.path("behind").asLong());
        }
        if (letter.path("discard").isObject()) {
            out.println("    %s wants to discard it: %s"
                    .formatted(
                            letter.path("discard").path("by").asString(""),
                            letter.path("discard").path("reason").asString("")));
        }
        if (letter.path("resolution").isString()) {
            out.println("    %s at %s"
                    .formatted(
                            letter.path("resolution").asString(""),
                            letter.path("resolvedAt").asString("")));
        }
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Applies a letter, and then those that wait behind it, in their order, until one fails.",
                "Exit code 1 if one still cannot be applied."
            })
    int retry(
            @Parameters(index = "0", paramLabel = "PARTY", description = SERVICE) Component party,
            @Parameters(index = "1", paramLabel = "ID", description = "As list shows it.") long id,
            @Option(
                            names = "--as",
                            paramLabel = "OPERATOR",
                            defaultValue = PolicyCommand.PROPOSER,
                            description = OPERATOR)
                    String operator) {
        JsonNode retried = act("retry", party, operator, id, "/retry", Map.of());
        retried.path("applied").forEach(applied -> out.println("applied " + applied.asLong()));
        JsonNode failed = retried.path("failed");
        if (failed.isObject()) {
            out.println("still cannot be applied:");
            print(party.id(), failed);
            return 1;
        }
        return 0;
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = "Proposes to give a letter up. It stays until somebody else confirms.")
    int discard(
            @Parameters(index = "0", paramLabel = "PARTY", description = SERVICE) Component party,
            @Parameters(index = "1", paramLabel = "ID", description = "As list shows it.") long id,
            @Option(names = "--reason", required = true, description = "Why; say nothing of the content.")
                    String reason,
            @Option(
                            names = "--as",
                            paramLabel = "OPERATOR",
                            defaultValue = PolicyCommand.PROPOSER,
                            description = OPERATOR)
                    String operator) {
        print(party.id(), act("discard", party, operator, id, "/discard", Map.of("reason", reason)));
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
        print(party.id(), act("confirm", party, operator, id, "/discard/confirm", Map.of()));
        return 0;
    }

    private static JsonNode act(
            String command, Component party, String operator, long id, String what, Map<String, ?> body) {
        Stack stack = Place.embedded("deadletters " + command);
        try (OfficerDesk desk = new OfficerDesk(stack, service(party), operator)) {
            OfficerDesk.Answer answer = desk.post(PATH + "/" + id + what, body);
            if (answer.status() / 100 != 2) {
                throw new StackException(answer.body()
                        .path("detail")
                        .asString("the service of %s answers %d".formatted(party.id(), answer.status())));
            }
            return answer.body();
        }
    }

    private static Component service(Component party) {
        if (!SERVICES.contains(party)) {
            throw new StackException(
                    "'%s' is no party with a service here; there are iom, unodc, xa, xb".formatted(party.id()));
        }
        return party;
    }
}
