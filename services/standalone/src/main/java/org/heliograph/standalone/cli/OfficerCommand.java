package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.function.Consumer;
import org.heliograph.standalone.IdentityDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a party does with the accounts of its people. */
@Command(
        name = "officer",
        description = {
            "Adds and stops people who sign in at a party's service.",
            "Acts as the party, with the client secret of its own principal; operators cannot do it in its place."
        },
        synopsisSubcommandLabel = "COMMAND")
final class OfficerCommand implements Runnable {

    private static final String PARTY = "Unless given, the party with whose id and a hyphen the name begins.";

    private final PrintWriter out;

    OfficerCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        throw new StackException("which one? ./heliograph officer --help lists the commands");
    }

    @Command(description = "Adds an officer, and says where the password is kept.")
    int add(
            @Parameters(index = "0", paramLabel = "PARTY", description = "Id of a party, such as xa.") String party,
            @Parameters(
                            index = "1",
                            paramLabel = "USERNAME",
                            description = "A function, never a person, such as xa-night-officer.")
                    String username) {
        Stack stack = Place.embedded("officer add");
        as(stack, party, desk -> keep(stack, username, desk.addOfficer(username)));
        return 0;
    }

    @Command(description = "Stops an officer: no login, and what was open ends within ten seconds.")
    int disable(
            @Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--party", paramLabel = "PARTY", description = PARTY) @Nullable String party) {
        Stack stack = Place.embedded("officer disable");
        as(stack, partyOf(stack, username, party), desk -> desk.disableOfficer(username));
        out.println(username + " is disabled");
        return 0;
    }

    @Command(description = "Lets an officer in again, with the password of before.")
    int enable(
            @Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--party", paramLabel = "PARTY", description = PARTY) @Nullable String party) {
        Stack stack = Place.embedded("officer enable");
        as(stack, partyOf(stack, username, party), desk -> desk.enableOfficer(username));
        out.println(username + " is enabled");
        return 0;
    }

    @Command(description = "Gives an officer another password, and says where it is kept; what was open ends.")
    int reset(
            @Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--party", paramLabel = "PARTY", description = PARTY) @Nullable String party) {
        Stack stack = Place.embedded("officer reset");
        as(stack, partyOf(stack, username, party), desk -> keep(stack, username, desk.resetPassword(username)));
        return 0;
    }

    private void keep(Stack stack, String username, String password) {
        out.println("The password of " + username + " is in " + stack.secrets().keepOfficer(username, password));
    }

    private static void as(Stack stack, String party, Consumer<IdentityDesk> work) {
        try (IdentityDesk desk = IdentityDesk.ofParty(stack, party)) {
            work.accept(desk);
        }
    }

    /** Of all parties that fit the one with the longest name: their ids may begin alike. */
    private static String partyOf(Stack stack, String username, @Nullable String given) {
        if (given != null) {
            return given;
        }
        return stack.roster().parties().values().stream()
                .filter(party -> username.startsWith(party + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new StackException("no party fits the name '" + username + "'; expected --party"));
    }
}
