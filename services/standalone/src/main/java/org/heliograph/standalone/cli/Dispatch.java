package org.heliograph.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the command line apart and turns what went wrong into one line. */
final class Dispatch {

    private Dispatch() {}

    static int run(String... arguments) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new Heliograph(out));
        commandLine.addSubcommand(new PolicyCommand(out, err));
        commandLine.addSubcommand(new PartyCommand(out));
        commandLine.addSubcommand(new SystemCommand(out));
        commandLine.addSubcommand(new KeyCommand(out));
        commandLine.addSubcommand(new AuditCommand(out));
        commandLine.addSubcommand(
                new CommandLine(new DeadLettersCommand(out)).addSubcommand(new RetryLettersCommand(out)));
        commandLine.addSubcommand(new OfficerCommand(out));
        commandLine.addSubcommand(new SecretCommand(out));
        commandLine.addSubcommand(new LagCommand(out));
        commandLine.addSubcommand(new OffsetsCommand(out));
        commandLine.addSubcommand(new RedeliverCommand(out, err));
        commandLine.addSubcommand(new SchemasCommand(out));
        commandLine.addSubcommand(new SandboxCommand(out));
        commandLine.setOut(out);
        commandLine.setErr(err);
        addHelp(commandLine.getSubcommands().values());
        commandLine.registerConverter(Component.class, Dispatch::component);
        commandLine.getSubcommands().values().forEach(sub -> {
            sub.registerConverter(Component.class, Dispatch::component);
            sub.registerConverter(Dataset.class, Dataset::named);
        });
        commandLine.setExecutionExceptionHandler(Dispatch::explain);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        if (arguments.length == 0 || "--help".equals(arguments[0]) || "help".equals(arguments[0])) {
            commandLine.usage(out);
            return CommandLine.ExitCode.OK;
        }
        int exit = commandLine.execute(arguments);
        out.flush();
        err.flush();
        return exit;
    }

    private static void addHelp(Collection<CommandLine> subcommands) {
        for (CommandLine subcommand : subcommands) {
            subcommand
                    .getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this text.")
                            .build());
            addHelp(subcommand.getSubcommands().values());
        }
    }

    /** What a person can do something about is one line; anything else is a fault and shows its trace. */
    private static int explain(Exception fault, CommandLine commandLine, CommandLine.ParseResult parsed)
            throws Exception {
        if (fault instanceof StackException || fault instanceof InvalidPolicyException) {
            commandLine.getErr().println("heliograph: " + fault.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw fault;
    }

    private static Component component(String name) {
        return Component.named(name)
                .orElseThrow(() -> new CommandLine.TypeConversionException("no component '" + name + "'; there are "
                        + Arrays.stream(Component.values()).map(Component::id).collect(Collectors.joining(", "))));
    }
}
