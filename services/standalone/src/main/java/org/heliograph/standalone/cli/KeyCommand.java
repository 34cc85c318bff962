package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.StateFolder;
import org.heliograph.standalone.onboarding.SigningKeySets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Keys with which parties sign. */
@Command(
        name = "key",
        description = {
            "Changes the keys with which a party signs.",
            "A new key widens access and waits for a second operator; the end of one is in force at once."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class KeyCommand implements Runnable {

    private static final String PARTY = "Id of a party, such as xa.";
    private static final String KID = "Id of the key, such as xa-2.";

    private final PrintWriter out;

    KeyCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph key --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Makes the party's next key, lets the keys that it has end after the overlap, and proposes both.",
                "The private key waits beside the one in use, until key use takes it."
            })
    int rotate(
            @Parameters(paramLabel = "PARTY", description = PARTY) String party,
            @Option(
                            names = "--overlap",
                            paramLabel = "TIME",
                            defaultValue = "7d",
                            converter = SecretCommand.Overlap.class,
                            description = "How long the old keys sign beside the new one, such as 7d, 12h or 30m;"
                                    + " ${DEFAULT-VALUE} unless given.")
                    Duration overlap,
            @Mixin ChangeOptions options) {
        Stack stack = Place.embedded("key rotate");
        SigningKeySets keys = new SigningKeySets(stack.state());
        Instant end = Instant.now().plus(overlap).truncatedTo(ChronoUnit.SECONDS);
        return changing(stack, options, (edit, desk) -> {
            remember(edit, keys, party);
            String kid = keys.rotate(party, end);
            edit.undoneBy(() -> keys.forgetNext(kid));
            JsonNode outcome = edit.submit(desk, options.reason);
            return new ChangeText(
                    outcome,
                    Map.of("signing key " + kid, keys.nextFile(kid).toString()),
                    List.of(
                            ChangeText.approval(outcome),
                            "then, before %s, let the party's own service sign with it: ./heliograph key use %s %s"
                                    .formatted(end, party, kid),
                            "and start that service anew; a party that signs elsewhere gets the key handed over"));
        });
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Lets the party's own service sign with a key that was made by key rotate, from its next start on.",
                "Only once the key is in force: until then the gate refuses what it signs."
            })
    int use(
            @Parameters(index = "0", paramLabel = "PARTY", description = PARTY) String party,
            @Parameters(index = "1", paramLabel = "KID", description = KID) String kid,
            @Option(
                            names = "--as",
                            paramLabel = "OPERATOR",
                            defaultValue = PolicyCommand.PROPOSER,
                            description = "Operator who asks; ${DEFAULT-VALUE} unless given.")
                    String operator) {
        Stack stack = Place.embedded("key use");
        try (OperationsDesk desk = new OperationsDesk(stack, operator)) {
            if (desk.get("/api/policy/keys?party=" + Texts.encoded(party))
                    .valueStream()
                    .noneMatch(key -> key.path("kid").asString("").equals(kid))) {
                throw new StackException(
                        "key %s of '%s' is not in force: the plan that key rotate proposed waits for its approval"
                                .formatted(kid, party));
            }
        }
        new SigningKeySets(stack.state()).use(party, kid);
        out.println("From its next start on the service of %s signs with %s.".formatted(party, kid));
        out.flush();
        return 0;
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Ends a key at once: the gate refuses what it signed and has not been judged yet.",
                "For a key that is known to others, or no longer needed. The public key is kept for who verifies."
            })
    int end(
            @Parameters(index = "0", paramLabel = "PARTY", description = PARTY) String party,
            @Parameters(index = "1", paramLabel = "KID", description = KID) String kid,
            @Mixin ChangeOptions options) {
        Stack stack = Place.embedded("key end");
        SigningKeySets keys = new SigningKeySets(stack.state());
        return changing(stack, options, (edit, desk) -> {
            remember(edit, keys, party);
            String ended = keys.end(party, kid);
            JsonNode outcome = edit.submitAtOnce(desk, options.reason);
            keys.keep(party, ended);
            return new ChangeText(
                    outcome,
                    keys.ends(party).isEmpty()
                            ? List.of("that was its last key, and it can send nothing now: ./heliograph key rotate %s"
                                    .formatted(party))
                            : List.of());
        });
    }

    private static void remember(PolicyEdit edit, SigningKeySets keys, String party) {
        if (keys.has(party)) {
            String before = StateFolder.read(keys.publicFile(party));
            edit.undoneBy(() -> StateFolder.write(keys.publicFile(party), before));
        }
    }

    private interface Change {

        ChangeText with(PolicyEdit edit, OperationsDesk desk);
    }

    private int changing(Stack stack, ChangeOptions options, Change change) {
        try (OperationsDesk desk = new OperationsDesk(stack, options.operator)) {
            PolicyEdit.in(options.folder(stack), edit -> change.with(edit, desk))
                    .print(out, options.format);
            return 0;
        }
    }
}
