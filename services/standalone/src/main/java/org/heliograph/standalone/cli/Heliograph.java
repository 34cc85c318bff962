package org.heliograph.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.Supervisor;
import org.heliograph.standalone.demo.Demo;
import org.heliograph.standalone.kits.KitLanguage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of the launcher. */
@Command(
        name = "./heliograph",
        description = "Runs and inspects the embedded Heliograph stack on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "  verify         Runs the whole test suite; with --long also what takes longer than a build may.",
            "  bench          Measures what each step of the way of a message costs.",
            "",
            "./heliograph COMMAND --help explains one command.",
            "HELIOGRAPH_STATE names another state folder than .heliograph."
        })
public final class Heliograph {

    private final PrintWriter out;

    Heliograph(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(Dispatch.run(arguments));
    }

    /**
     * Runs one command as the launcher does, in this process and on this thread.
     *
     * @param state folder of the stack that it works on
     * @param out takes what it is asked for
     * @param err takes what it tells beside that, and what is wrong
     * @return its exit code
     */
    public static int run(Path state, PrintWriter out, PrintWriter err, String... arguments) {
        return ScopedValue.where(Place.GIVEN, state).call(() -> Dispatch.run(out, err, arguments));
    }

    @Command(description = "Builds if needed, starts all, and says what to try.")
    int up(
            @Option(
                            names = {"-d", "--detach"},
                            description = "Return when all is ready; the stack goes on.")
                    boolean detach,
            @Option(
                            names = "--only",
                            split = ",",
                            paramLabel = "COMPONENT",
                            description = "Start no others than these; what they need must be among them.")
                    @Nullable
                    List<Component> only,
            @Option(names = "--free-ports", description = "Take free ports in place of the usual ones.")
                    boolean freePorts,
            @Option(
                            names = "--brokers",
                            paramLabel = "NUMBER",
                            description = "1 or 3; fixed when the state is made, where 1 is usual.")
                    @Nullable
                    Integer brokers,
            @Option(names = "--as-daemon", hidden = true) boolean asDaemon) {
        if (Place.supervisor().isAlive()) {
            out.println("Heliograph is up already: ./heliograph status shows it, ./heliograph down ends it.");
            return 0;
        }
        Set<Component> components = only == null ? Component.all() : EnumSet.copyOf(only);
        int number = brokers == null ? Place.brokers() : brokers;
        if (components.contains(Component.BROKER)) {
            components.addAll(Component.brokers(number));
        }
        if (detach) {
            return new Detached(out, components, number, freePorts).start();
        }
        return new Up(out, components, freePorts ? Ports.free() : Ports.standard(), asDaemon).run();
    }

    @Command(description = "Shows each component; exit code 1 if one is not ready.")
    int status(
            @Option(names = "--quiet", description = "Print nothing; exit code 0 if a supervisor runs, ready or not.")
                    boolean quiet) {
        if (quiet) {
            return Place.supervisor().isAlive() ? 0 : 1;
        }
        return new Status(out).run();
    }

    @Command(description = "Ends the stack; its state stays for the next up.")
    int down() {
        Supervisor supervisor = Place.supervisor();
        boolean something = supervisor.isAlive() || supervisor.isBereaved();
        supervisor.end();
        out.println(something ? "Heliograph is down; its state stays in " + Place.folder() : "Heliograph was not up.");
        return 0;
    }

    @Command(description = "Deletes the state of a stopped stack: secrets, data, logs.")
    int reset(@Option(names = "--yes", description = "Really delete.") boolean yes) {
        if (!yes) {
            throw new StackException(
                    "reset deletes " + Place.folder() + " for good; to do so: ./heliograph reset --yes");
        }
        Place.supervisor().deleteState();
        out.println("Deleted " + Place.folder());
        return 0;
    }

    @Command(description = "Tells a story on the running stack; exit code 0 only if all of it held.")
    int demo() {
        try (Demo demo = new Demo(out, Place.embedded("demo"))) {
            return demo.run();
        }
    }

    @Command(
            description = {
                "Shows what a party can exchange: topics, events, schemas, and how to connect.",
                "As an AsyncAPI 3 document, or as a page for people."
            })
    int catalogue(
            @Parameters(paramLabel = "PARTY", description = "Id of a party, such as xb.") String party,
            @Option(names = "--format", defaultValue = "JSON", description = "json or html.") CatalogueFormat format) {
        try (OperationsDesk desk = new OperationsDesk(Place.embedded("catalogue"), PolicyCommand.PROPOSER)) {
            format.print(out, desk, "/api/catalogue/" + Texts.encoded(party));
            return 0;
        }
    }

    @Command(description = "Prints the log of a component.")
    int logs(
            @Parameters(paramLabel = "COMPONENT", description = "One of those that status shows.") Component component,
            @Option(
                            names = {"-f", "--follow"},
                            description = "Go on with what is logged from now on, until Ctrl-C.")
                    boolean follow)
            throws IOException, InterruptedException {
        return new Logs(out, component, follow).run();
    }

    @Command(description = "Prints an access token of a system or, after a real login, of an officer.")
    int token(
            @Parameters(
                            paramLabel = "PRINCIPAL",
                            description = "A system such as xb, or an officer such as xa-duty-officer.")
                    String principal,
            @Option(
                            names = "--scope",
                            defaultValue = "BROKER",
                            description =
                                    "For a system: broker, registry, desk, operations, gate or identity. An officer's"
                                            + " token is for the desk.")
                    Scope scope) {
        out.println(scope.token(Place.embedded("token"), principal));
        return 0;
    }

    @Command(description = "Prints records as the principal receives them, decoded to JSON, until Ctrl-C.")
    int tail(
            @Parameters(index = "0", paramLabel = "PRINCIPAL", description = "A system such as xb.") String principal,
            @Parameters(
                            index = "1..*",
                            paramLabel = "TOPIC",
                            description = "Unless given, all inbox topics that it may read.")
                    @Nullable
                    List<String> topics) {
        return new Tail(out, Place.embedded("tail"), principal, topics == null ? List.of() : topics).run();
    }

    @Command(
            description = {
                "Sends files to IOM, which publishes monthly statistics of them and, if need be, alerts.",
                "The data of missing-migrants records deaths and disappearances during migration and is no indication"
                        + " of smuggling."
            })
    int ingest(
            @Parameters(index = "0", paramLabel = "DATASET", description = "missing-migrants.") Dataset dataset,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "FILE",
                            description = "Files as published on HDX, one JSON array each; taken one after the other.")
                    List<Path> files,
            @Option(
                            names = "--replay",
                            description = "Look for a rise of deaths in all months, not in the newest complete one"
                                    + " alone; alerts of older months are exercises.")
                    boolean replay)
            throws InterruptedException {
        return new IngestFiles(out, Place.embedded("ingest"), dataset, files, replay).run();
    }

    @Command(
            description = {
                "Writes a folder with all that a system needs to read its first message: programs to read and publish,"
                        + " topics, schemas and public keys by the policy in force, and a README.",
                "The client secret stays where it is; the kit names its file."
            })
    int kit(
            @Parameters(paramLabel = "PRINCIPAL", description = "A system such as xb or xa-fusion.") String principal,
            @Option(names = "--for", required = true, description = "java, node or python.") KitLanguage language,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Empty, or not there yet.")
                    Path folder) {
        return new KitCommand(out, Place.embedded("kit"), principal, language).run(folder);
    }

    @Command(
            name = "client-config",
            description = "Prints settings for a Kafka client of a principal, its secret or the place of it included.")
    int clientConfig(
            @Parameters(paramLabel = "PRINCIPAL", description = "A system such as xb.") String principal,
            @Option(names = "--for", required = true, description = "java, librdkafka, kcat or node.")
                    ClientKind kind) {
        Stack stack = Place.embedded("client-config");
        if (!stack.secrets().hasClient(principal)) {
            throw new StackException("'" + principal + "' has no secret in the state folder");
        }
        out.print(kind.config(stack, principal));
        return 0;
    }
}
