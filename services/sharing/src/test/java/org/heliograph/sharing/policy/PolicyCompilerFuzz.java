package org.heliograph.sharing.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.sharing.fuzz.Choices;

/** Compiles changed files of the deployed policy: it ends with a policy or with errors that say where. */
public final class PolicyCompilerFuzz {

    static final Path FOLDER = Path.of("target/fuzz/policy");

    private static final Pattern ERROR = Pattern.compile("(platform|parties|events|declassifiers|grants)\\.yaml"
            + "(:[1-9]\\d*: \\S.*: found .*, expected \\S.*|: \\S.*)");

    interface Compiler {

        Policy compile(Path folder);
    }

    private PolicyCompilerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        check(PolicyCompiler::compile, input);
    }

    /** Takes the end of a grant as a time before it has looked whether it is one. */
    public static final class Trusting {

        private Trusting() {}

        public static void fuzzerTestOneInput(byte[] input) {
            check(Trusting::compile, input);
        }

        static Policy compile(Path folder) {
            try (Stream<String> lines = Files.lines(folder.resolve("grants.yaml"))) {
                lines.filter(line -> line.contains("until: "))
                        .forEach(line -> Instant.parse(line.substring(line.indexOf(": ") + 2)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return PolicyCompiler.compile(folder);
        }
    }

    /** Forgets that the version is the hash of the content. */
    public static final class Counting {

        private static final AtomicInteger COMPILED = new AtomicInteger();

        private Counting() {}

        public static void fuzzerTestOneInput(byte[] input) {
            check(Counting::compile, input);
        }

        static Policy compile(Path folder) {
            Policy policy = PolicyCompiler.compile(folder);
            return new Policy(
                    Integer.toString(COMPILED.incrementAndGet()),
                    policy.platform(),
                    policy.parties(),
                    policy.events(),
                    policy.grants(),
                    policy.declassifiers(),
                    policy.auditAccess(),
                    policy.schemas(),
                    policy.signingKeys());
        }
    }

    static void check(Compiler compiler, byte[] input) {
        Map<String, String> files = ChangedFiles.of(new Choices(input));
        write(files);
        Policy policy;
        try {
            policy = compiler.compile(FOLDER);
        } catch (InvalidPolicyException e) {
            assertSays(e.errors(), files);
            assertSays(errorsOf(compiler).equals(e.errors()), "two compilations tell different errors");
            return;
        }
        assertSays(
                compiler.compile(FOLDER).version().equals(policy.version()),
                "two compilations give different versions");
        String text = PolicyJson.write(policy);
        Policy read = PolicyJson.read(text);
        assertSays(read.equals(policy), "what is read is not what was written");
        assertSays(PolicyJson.write(read).equals(text), "the same policy has two texts");
    }

    private static List<String> errorsOf(Compiler compiler) {
        try {
            return List.of("none, and the version " + compiler.compile(FOLDER).version());
        } catch (InvalidPolicyException e) {
            return e.errors();
        }
    }

    private static void assertSays(List<String> errors, Map<String, String> files) {
        assertSays(!errors.isEmpty(), "refused without an error");
        for (String error : errors) {
            assertSays(ERROR.matcher(error).matches(), "an error does not say in one line where it is: " + error);
            String[] parts = error.split(":", 3);
            if (parts[1].matches("[1-9]\\d*")) {
                long lines = files.getOrDefault(parts[0], "").lines().count();
                assertSays(Long.parseLong(parts[1]) <= lines + 1, "an error is beyond the end of its file: " + error);
            }
        }
    }

    private static void assertSays(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    private static void write(Map<String, String> files) {
        try {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
