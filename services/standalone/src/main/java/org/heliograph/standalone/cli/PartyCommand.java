package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.heliograph.standalone.IdentityDesk;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.onboarding.GrantsText;
import org.heliograph.standalone.onboarding.PartiesText;
import org.heliograph.standalone.onboarding.PartiesText.NewParty;
import org.heliograph.standalone.onboarding.SigningKeySets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Parties that come, are suspended, and go. */
@Command(
        name = "party",
        description = {
            "Lets a party join, suspends and resumes it, and takes it out.",
            "Each is a change of the policy's files, applied at once where it only narrows access; what widens it waits"
                    + " for a second operator. If operations refuses it, the files are put back as they were."
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeOnInvalidInput = PolicyCommand.USAGE)
final class PartyCommand implements Runnable {

    private static final String ID = "Id of the party, such as xd: lower-case letters, digits and '-'.";

    private final PrintWriter out;

    PartyCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph party --help lists the commands");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Writes a party into parties.yaml, makes its signing key, opens its account and proposes the change.",
                "Prints where what is to be handed over lies, and what is left to do."
            })
    int add(
            @Parameters(paramLabel = "PARTY", description = ID) String party,
            @Option(names = "--name", required = true, description = "For people.") String name,
            @Option(names = "--role", required = true, description = "One of the roles in parties.yaml.") String role,
            @Option(
                            names = "--authority",
                            paramLabel = "PARTY",
                            description = "Of an office or a client: the party that it belongs to.")
                    @Nullable
                    String authority,
            @Option(
                            names = "--systems",
                            split = ",",
                            paramLabel = "NAME",
                            description = "Further principals that may read its inboxes.")
                    @Nullable
                    List<String> systems,
            @Mixin ChangeOptions options) {
        Stack stack = Place.embedded("party add");
        List<String> further = systems == null ? List.of() : systems;
        SigningKeySets keys = new SigningKeySets(stack.state());
        return changing(stack, options, (edit, desks) -> {
            edit.edit(
                    PartiesText.FILE,
                    text -> new PartiesText(text)
                            .with(new NewParty(party, name, role, authority, further))
                            .text());
            if (!keys.has(party)) {
                edit.undoneBy(() -> keys.unmake(party));
                keys.make(party);
            }
            desks.plan(edit);
            desks.accounts().openParty(edit, party);
            further.forEach(system -> desks.accounts().openSystem(edit, party, system));
            JsonNode outcome = edit.submit(desks.operations(), options.reason);
            return new ChangeText(outcome, handOver(stack, keys, party, further), joining(outcome, party));
        });
    }

    private static Map<String, String> handOver(Stack stack, SigningKeySets keys, String party, List<String> systems) {
        Map<String, String> handOver = new LinkedHashMap<>();
        handOver.put("secret of " + party, stack.secrets().clientFile(party).toString());
        systems.forEach(system -> handOver.put(
                "secret of " + system, stack.secrets().clientFile(system).toString()));
        if (Files.exists(keys.usedFile(party))) {
            handOver.put("signing key", keys.usedFile(party).toString());
        }
        return handOver;
    }

    private static List<String> joining(JsonNode outcome, String party) {
        return List.of(
                ChangeText.approval(outcome),
                "settings for its Kafka client: ./heliograph client-config %s --for java".formatted(party),
                "what it can exchange, for it to read: ./heliograph catalogue %s --format html".formatted(party),
                "the party replaces secret and key, which you know: ./heliograph secret rotate, key rotate");
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Cuts a party off at once: the gate, the broker and identity refuse it, with its systems, offices and"
                        + " clients. Nothing is deleted.",
                "Prints the seconds from the command's start to each first denial, tried with the party's own secret"
                        + " where the state folder has it."
            })
    int suspend(@Parameters(paramLabel = "PARTY", description = ID) String party, @Mixin ChangeOptions options) {
        Instant begun = Instant.now();
        Stack stack = Place.embedded("party suspend");
        try (OperationsDesk desk = new OperationsDesk(stack, options.operator)) {
            return PolicyEdit.in(options.folder(stack), edit -> {
                edit.edit(
                        PartiesText.FILE,
                        text -> new PartiesText(text).suspended(party).text());
                if (!stack.secrets().hasClient(party)) {
                    JsonNode outcome = edit.submitAtOnce(desk, options.reason);
                    return suspended(outcome, FirstDenials.milestones(outcome, begun), options);
                }
                try (FirstDenials denials = new FirstDenials(stack, party, begun)) {
                    JsonNode outcome = edit.submitAtOnce(desk, options.reason);
                    return suspended(outcome, denials.seconds(outcome), options);
                }
            });
        }
    }

    private int suspended(JsonNode outcome, SortedMap<Double, String> seconds, ChangeOptions options) {
        if (options.format == Format.JSON) {
            options.format.print(out, Map.of("outcome", outcome, "seconds", seconds));
            return 0;
        }
        new PlanText(out).outcome(outcome);
        out.println();
        out.println("Seconds from the command's start");
        seconds.forEach((after, what) -> out.println("  %7.3f  %s".formatted(after, what)));
        if (outcome.path("milestones").path("identity").asString("").isEmpty()) {
            out.println("WARNING: identity has not taken the list; operations tries again, policy verify shows when.");
        }
        out.flush();
        return 0;
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = "Proposes that a suspended party takes part again, as its entry says.")
    int resume(@Parameters(paramLabel = "PARTY", description = ID) String party, @Mixin ChangeOptions options) {
        Stack stack = Place.embedded("party resume");
        return changing(stack, options, (edit, desks) -> {
            edit.edit(
                    PartiesText.FILE,
                    text -> new PartiesText(text).resumed(party).text());
            JsonNode outcome = edit.submit(desks.operations(), options.reason);
            return new ChangeText(outcome, List.of(ChangeText.approval(outcome)));
        });
    }

    @Command(
            exitCodeOnInvalidInput = PolicyCommand.USAGE,
            description = {
                "Takes a party out of parties.yaml with its grants, at once; then deletes its accounts and moves its"
                        + " public keys away.",
                "Its topics stay, with what they hold, and are told. What else names it is to be changed before."
            })
    int retire(@Parameters(paramLabel = "PARTY", description = ID) String party, @Mixin ChangeOptions options) {
        Stack stack = Place.embedded("party retire");
        Path folder = options.folder(stack);
        SigningKeySets keys = new SigningKeySets(stack.state());
        Set<String> systems =
                new PartiesText(PolicyFolder.files(folder).getOrDefault(PartiesText.FILE, "")).systems(party);
        return changing(stack, options, (edit, desks) -> {
            edit.edit(
                    PartiesText.FILE,
                    text -> new PartiesText(text).without(party).text());
            edit.edit(
                    GrantsText.FILE,
                    text -> new GrantsText(text).withoutThoseOf(party).text());
            JsonNode outcome = edit.submitAtOnce(desks.operations(), options.reason);
            return new ChangeText(outcome, retired(desks.accounts(), keys, party, systems));
        });
    }

    /** What comes after the change no longer undoes it: what fails is left to do. */
    private static List<String> retired(Accounts accounts, SigningKeySets keys, String party, Set<String> systems) {
        List<String> left = new ArrayList<>();
        List<String> ids = new ArrayList<>(systems);
        ids.add(party);
        for (String id : ids) {
            try {
                accounts.close(id);
            } catch (StackException e) {
                left.add("delete the account %s at identity: %s".formatted(id, e.getMessage()));
            }
        }
        keys.retire(party);
        left.add("its public keys lie in %s now, for those who verify what it signed"
                .formatted(keys.retiredFile(party)));
        left.add("its topics stay with what they hold; who deletes them is a person, with the broker's own tools");
        return left;
    }

    /** Both desks of one operator. */
    record Desks(OperationsDesk operations, Accounts accounts) {

        /** Refuses what would be refused before anything is opened at identity. */
        void plan(PolicyEdit edit) {
            edit.plan(operations);
        }
    }

    interface Change {

        ChangeText with(PolicyEdit edit, Desks desks);
    }

    private int changing(Stack stack, ChangeOptions options, Change change) {
        return changing(out, stack, options, change);
    }

    static int changing(PrintWriter out, Stack stack, ChangeOptions options, Change change) {
        try (OperationsDesk operations = new OperationsDesk(stack, options.operator);
                IdentityDesk identity = IdentityDesk.ofOperator(stack, options.operator)) {
            Desks desks = new Desks(operations, new Accounts(stack, identity));
            PolicyEdit.in(options.folder(stack), edit -> change.with(edit, desks))
                    .print(out, options.format);
            return 0;
        }
    }
}
