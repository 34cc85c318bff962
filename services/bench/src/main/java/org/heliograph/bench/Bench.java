package org.heliograph.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.heliograph.exchange.wire.AvroLimits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command. */
@Command(
        name = "./heliograph bench",
        description = {
            "Measures, on a stack of its own, what each step of the way of a message costs against the bare broker.",
            "Takes about eight minutes and ends by itself; all on 127.0.0.1, in a folder that is deleted afterwards.",
            "docs/performance.md explains each figure."
        },
        sortOptions = false)
final class Bench implements Callable<Integer> {

    @Option(names = "--quick", description = "Less of everything: under five minutes, and rougher.")
    private boolean quick;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            defaultValue = "bench.json",
            description = "Takes all figures; ${DEFAULT-VALUE} unless given.")
    private Path json = Path.of("bench.json");

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "publish, outbox, gate, rest: these parts alone; no bar is judged by a part that is missing."
                    + " policy: the control plane with 500 parties. store: a service that keeps 100,000 requests."
                    + " lag: operations looks at 15,000 consumer groups."
                    + " These three are measured only when named, and each alone.")
    private Part @Nullable [] only;

    private final PrintWriter out;

    Bench(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        AvroLimits.enforce();
        System.exit(commandLine(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out) {
        CommandLine commandLine = new CommandLine(new Bench(out))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out);
        commandLine
                .getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this text.")
                        .build());
        return commandLine;
    }

    @Override
    public Integer call() throws Exception {
        Path target = json.toAbsolutePath();
        if (!Files.isDirectory(target.resolveSibling(""))) {
            out.println("heliograph: --json: expected a file in a folder that exists, not " + json);
            return CommandLine.ExitCode.USAGE;
        }
        if (only != null && only.length > 1 && Arrays.stream(only).anyMatch(Part::isApart)) {
            out.println("heliograph: --only: policy, store and lag are measured alone");
            return CommandLine.ExitCode.USAGE;
        }
        Path folder = Files.createTempDirectory("heliograph-bench");
        try {
            Set<Part> parts = only == null ? Part.all() : Part.of(Arrays.asList(only));
            Optional<Part> apart = parts.stream().filter(Part::isApart).findFirst();
            if (apart.isPresent()) {
                Figures figures = apart(apart.get(), folder);
                figures.print(out);
                write(target, figures);
                return CommandLine.ExitCode.OK;
            }
            Run run = new Run(folder, quick ? Sizes.quick() : Sizes.full(), Progress.on(out));
            Report report = run.measure(parts, quick);
            report.print(out);
            write(target, report);
            return CommandLine.ExitCode.OK;
        } finally {
            delete(folder);
        }
    }

    private Figures apart(Part part, Path folder) throws Exception {
        return switch (part) {
            case POLICY -> new PolicyScale(folder, Progress.on(out)).measure();
            case STORE -> new StoreScale(folder, Progress.on(out), quick).measure();
            case LAG -> new LagScale(folder, Progress.on(out), quick).measure();
            case PUBLISH, OUTBOX, GATE, REST -> throw new IllegalArgumentException(part + " is part of the ladder");
        };
    }

    private void write(Path target, Object figures) throws IOException {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(target, mapper.writeValueAsString(figures) + "\n");
        out.println();
        out.println("All figures are in " + target);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
