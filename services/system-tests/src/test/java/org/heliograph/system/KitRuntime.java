package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What runs a client kit: the tools of its language, as they are on this machine. */
enum KitRuntime {
    JAVA,
    NODE,
    PYTHON;

    private static final long PATIENCE_MINUTES = 5;
    private static final String PYTHON_OF_DEBIAN = "/usr/bin/python3";

    /** As the launcher names it. */
    String language() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why its kit cannot run here, if it cannot: what it needs is not installed, or cannot be fetched. */
    Optional<String> prepare(Path kit) {
        List<String> check = check();
        if (!ends(kit, check, "check.log")) {
            return Optional.of("not run: %s ends with an error or is not there".formatted(String.join(" ", check)));
        }
        return preparations().stream().anyMatch(preparation -> ends(kit, preparation, "prepare.log"))
                ? Optional.empty()
                : Optional.of("not run: %s ends with an error: %s"
                        .formatted(String.join(" ", preparations().getLast()), said(kit.resolve("prepare.log"))));
    }

    /** What ends well where its tools are installed. */
    private List<String> check() {
        return switch (this) {
            case JAVA -> List.of("mvn", "--version");
            case NODE -> List.of("npm", "--version");
            case PYTHON -> List.of(PYTHON_OF_DEBIAN, "-c", "import confluent_kafka, avro.io, cryptography");
        };
    }

    /** What the README says to do first; one of them is enough. */
    private List<List<String>> preparations() {
        return switch (this) {
            case JAVA -> List.of(List.of("mvn", "-q", "-B", "-o", "package"), List.of("mvn", "-q", "-B", "package"));
            case NODE -> List.of(List.of("npm", "install", "--no-audit", "--no-fund", "--prefer-offline"));
            case PYTHON -> List.of(List.of(PYTHON_OF_DEBIAN, "--version"));
        };
    }

    private List<String> program(String name) {
        return switch (this) {
            case JAVA -> List.of("java", "-jar", "target/heliograph-kit.jar", name);
            case NODE -> List.of("node", name + ".js");
            case PYTHON -> List.of(PYTHON_OF_DEBIAN, name + ".py");
        };
    }

    /** The folder that {@link #prepare} makes beside the programs, if it makes one. */
    Optional<String> built() {
        return switch (this) {
            case JAVA -> Optional.of("target");
            case NODE -> Optional.of("node_modules");
            case PYTHON -> Optional.empty();
        };
    }

    ProcessBuilder consume(Path kit, String... options) {
        return builder(kit, with(program("consume"), options));
    }

    ProcessBuilder decode(Path kit) {
        return builder(kit, this == JAVA ? program("decode") : with(program("consume"), "--decode"));
    }

    ProcessBuilder publish(Path kit, String... arguments) {
        return builder(kit, with(program("publish"), arguments));
    }

    /**
     * The client that is planted for the sandbox to find.
     *
     * @param modules folder with those of the kit for Python
     * @param faults what it is to do carelessly
     */
    static ProcessBuilder careless(Path modules, String... faults) {
        Path program = Path.of("src/test/clients/careless.py").toAbsolutePath();
        ProcessBuilder builder =
                builder(modules, with(List.of(PYTHON_OF_DEBIAN, program.toString(), modules.toString()), faults));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        return builder;
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    /** With the JDK that runs the test, wherever the machine's own one is. */
    private static ProcessBuilder builder(Path kit, List<String> command) {
        String home = System.getProperty("java.home");
        ProcessBuilder builder = new ProcessBuilder(command.stream()
                        .map(part -> part.equals("java") ? home + "/bin/java" : part)
                        .toList())
                .directory(kit.toFile());
        builder.environment().put("JAVA_HOME", home);
        builder.environment().keySet().removeIf(name -> name.startsWith("HELIOGRAPH_"));
        return builder;
    }

    private static String said(Path log) {
        try {
            return Files.readString(log).strip();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean ends(Path kit, List<String> command, String log) {
        try {
            Files.createDirectories(kit);
            Process process = builder(kit, command)
                    .redirectErrorStream(true)
                    .redirectOutput(kit.resolve(log).toFile())
                    .start();
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("%s ends", command)
                    .isTrue();
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
