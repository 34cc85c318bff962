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
    JAVA(
            List.of("mvn", "--version"),
            List.of("mvn", "-q", "-B", "package"),
            List.of("java", "-jar", "target/heliograph-kit.jar", "consume"),
            List.of("java", "-jar", "target/heliograph-kit.jar", "decode"),
            List.of("java", "-jar", "target/heliograph-kit.jar", "publish")),
    NODE(
            List.of("npm", "--version"),
            List.of("npm", "install", "--no-audit", "--no-fund", "--prefer-offline"),
            List.of("node", "consume.js"),
            List.of("node", "consume.js", "--decode"),
            List.of("node", "publish.js")),
    PYTHON(
            List.of("/usr/bin/python3", "-c", "import confluent_kafka, avro.io, cryptography"),
            List.of("/usr/bin/python3", "--version"),
            List.of("/usr/bin/python3", "consume.py"),
            List.of("/usr/bin/python3", "consume.py", "--decode"),
            List.of("/usr/bin/python3", "publish.py"));

    private static final long PATIENCE_MINUTES = 5;

    private final List<String> check;
    private final List<String> preparation;
    private final List<String> consume;
    private final List<String> decode;
    private final List<String> publish;

    KitRuntime(
            List<String> check,
            List<String> preparation,
            List<String> consume,
            List<String> decode,
            List<String> publish) {
        this.check = check;
        this.preparation = preparation;
        this.consume = consume;
        this.decode = decode;
        this.publish = publish;
    }

    /** As the launcher names it. */
    String language() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Why its kit cannot run here, if it cannot: what it needs is not installed, or cannot be fetched. */
    Optional<String> prepare(Path kit) {
        if (!ends(kit, check, "check.log")) {
            return Optional.of("not run: %s ends with an error or is not there; see %s"
                    .formatted(String.join(" ", check), kit.resolve("check.log")));
        }
        if (this == JAVA && ends(kit, with(preparation, "-o"), "prepare.log")) {
            return Optional.empty();
        }
        return ends(kit, preparation, "prepare.log")
                ? Optional.empty()
                : Optional.of("not run: %s ends with an error; see %s"
                        .formatted(String.join(" ", preparation), kit.resolve("prepare.log")));
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
        return builder(kit, with(consume, options));
    }

    ProcessBuilder decode(Path kit) {
        return builder(kit, decode);
    }

    ProcessBuilder publish(Path kit, String... arguments) {
        return builder(kit, with(publish, arguments));
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }

    /** With the JDK that runs the test, wherever the machine's own one is. */
    private static ProcessBuilder builder(Path kit, List<String> command) {
        String home = System.getProperty("java.home");
        ProcessBuilder builder = new ProcessBuilder(
                        command.stream().map(part -> part.equals("java") ? home + "/bin/java" : part).toList())
                .directory(kit.toFile());
        builder.environment().put("JAVA_HOME", home);
        builder.environment().keySet().removeIf(name -> name.startsWith("HELIOGRAPH_"));
        return builder;
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
