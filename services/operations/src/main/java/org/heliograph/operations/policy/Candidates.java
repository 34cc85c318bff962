package org.heliograph.operations.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.sharing.firewall.Firewall;
import org.heliograph.sharing.firewall.Proof;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.PolicyJson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Compiles what a request means. Keys and schemas are always those of today: no rollback brings back an old key. */
@Component
final class Candidates {

    private static final Pattern FILE = Pattern.compile("[a-z][a-z-]*\\.yaml");
    private static final int SHORTEST_VERSION = 6;

    private final PolicyProperties files;
    private final Supplier<SortedMap<String, String>> versions;

    @Autowired
    Candidates(PolicyProperties files, PolicyTopics topics) {
        this(files, topics::versions);
    }

    Candidates(PolicyProperties files, Supplier<SortedMap<String, String>> versions) {
        this.files = files;
        this.versions = versions;
    }

    /**
     * Reads and checks. A policy by which anything could leave the protection firewall is none.
     *
     * @throws InvalidPolicyException with all errors of the files and keys, or the shortest way through the firewall
     * @throws UnknownVersionException if there is no such version to go back to
     */
    Candidate of(PolicyRequest request) {
        if (request.rollbackTo() != null) {
            return with(version(request.rollbackTo()));
        }
        Map<String, String> given = request.files();
        return with(given == null ? PolicyCompiler.compile(files.directory()) : compile(given));
    }

    private Candidate with(Policy compiled) {
        if (Firewall.prove(compiled) instanceof Proof.Leaks leaks) {
            throw new InvalidPolicyException(List.of(leaks.text()));
        }
        return new Candidate(
                compiled,
                PublicKeys.read(files.keysDirectory(), compiled.parties().keySet()),
                PolicySchemas.of(compiled));
    }

    private Policy version(String wanted) {
        List<String> found = versions.get().entrySet().stream()
                .filter(version -> version.getKey().startsWith(wanted))
                .map(Map.Entry::getValue)
                .toList();
        if (wanted.length() < SHORTEST_VERSION || found.size() != 1) {
            throw new UnknownVersionException(
                    "%d versions begin with '%s'; expected the hash of one, or its first digits, %d at least"
                            .formatted(found.size(), wanted, SHORTEST_VERSION));
        }
        return PolicyJson.read(found.getFirst());
    }

    private static Policy compile(Map<String, String> given) {
        List<String> wrong = given.keySet().stream()
                .filter(name -> !FILE.matcher(name).matches())
                .map(name -> "found a file '%s', expected names such as events.yaml".formatted(name))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidPolicyException(wrong);
        }
        try {
            Path folder = Files.createTempDirectory("policy");
            try {
                for (Map.Entry<String, String> file : given.entrySet()) {
                    Files.writeString(folder.resolve(file.getKey()), file.getValue());
                }
                return PolicyCompiler.compile(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
