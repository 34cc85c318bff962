package org.heliograph.sharing.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs a target with Jazzer in a JVM of its own: a JVM holds one target at most, and the agent, which counts every
 * branch, would slow down all other tests.
 *
 * <p>A target is a class with a public static method {@code fuzzerTestOneInput(byte[])} that throws where something is
 * wrong.
 */
public final class Fuzzer {

    /** System property: for how many seconds each target is fuzzed. Without it no Jazzer runs. */
    public static final String SECONDS = "heliograph.fuzz";

    private static final Duration FOR_WHAT_IS_PLANTED = Duration.ofMinutes(2);
    private static final Duration FOR_THE_START = Duration.ofMinutes(2);
    private static final Path FOLDER = Path.of("target/fuzz");
    private static final int LONGEST_INPUT = 4_096;

    private Fuzzer() {}

    /**
     * What Jazzer finds in the target within the time that {@value #SECONDS} says; empty where it finds nothing. It
     * begins with {@link #inputs}, and with those that reached something new in runs before. Logs, inputs and what was
     * found lie in {@code target/fuzz}.
     */
    public static String findingIn(Class<?> target) {
        try {
            Path corpus = Files.createDirectories(FOLDER.resolve(target.getName() + ".corpus"));
            return run(target, Duration.ofSeconds(Long.getLong(SECONDS)), List.of(corpus, seeds()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Jazzer finds, within two minutes, in a target with a planted bug. It begins with nothing. */
    public static String plantedIn(Class<?> target) {
        try {
            Files.createDirectories(FOLDER);
            return run(target, FOR_WHAT_IS_PLANTED, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Inputs without a fuzzer, the same ones every time, the first of them empty: enough to see that a target can find
     * what is planted.
     */
    public static List<byte[]> inputs(int count) {
        Random random = new Random(20261127);
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    byte[] input = new byte[number % 64];
                    random.nextBytes(input);
                    return input;
                })
                .toList();
    }

    private static String run(Class<?> target, Duration longest, List<Path> beginnings) throws IOException {
        Path log = FOLDER.resolve(target.getName() + ".log");
        Process jazzer = new ProcessBuilder(command(target, longest, beginnings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!jazzer.waitFor(longest.plus(FOR_THE_START).toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("%s did not end, see %s".formatted(target.getName(), log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + target.getName() + " was fuzzed", e);
        } finally {
            jazzer.destroyForcibly();
        }
        return jazzer.exitValue() == 0 ? "" : finding(Files.readString(log));
    }

    /** The whole log if Jazzer itself failed. */
    private static String finding(String log) {
        return log.substring(Math.max(0, log.indexOf("\n==")));
    }

    private static List<String> command(Class<?> target, Duration longest, List<Path> beginnings) {
        Stream<String> options = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "-Djdk.attach.allowAttachSelf=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=org.heliograph.**",
                "--custom_hook_includes=org.heliograph.**",
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + FOLDER + "/" + target.getSimpleName() + "-",
                "-max_len=" + LONGEST_INPUT,
                "-timeout=20",
                "-rss_limit_mb=0",
                "-max_total_time=" + longest.toSeconds());
        return Stream.concat(options, beginnings.stream().map(Path::toString)).toList();
    }

    private static Path seeds() throws IOException {
        Path seeds = Files.createDirectories(FOLDER.resolve("seeds"));
        int number = 0;
        for (byte[] input : inputs(64)) {
            Files.write(seeds.resolve(Integer.toString(number++)), input);
        }
        return seeds;
    }
}
