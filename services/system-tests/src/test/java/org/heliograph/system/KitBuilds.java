package org.heliograph.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.heliograph.testkit.TestFolder;

/**
 * Builds the first kit of each language of a run as its README says, and lends what came of it to the later ones. Safe
 * for use by several threads: whoever comes second waits for the build.
 */
final class KitBuilds {

    static final KitBuilds OF_THIS_RUN = new KitBuilds(TestFolder.named("kits"));

    private final Path folder;
    private final Map<KitRuntime, Build> builds = new ConcurrentHashMap<>();

    /** @param missing why there is none, if there is none */
    private record Build(Optional<String> missing, Path kept) {}

    private KitBuilds(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Why the kit cannot run here, if it cannot. */
    Optional<String> prepare(KitRuntime runtime, Path kit) {
        Build build = builds.computeIfAbsent(runtime, _ -> build(runtime, kit));
        if (build.missing().isEmpty()) {
            runtime.built()
                    .filter(name -> !Files.exists(kit.resolve(name)))
                    .ifPresent(name -> copy(build.kept(), kit.resolve(name)));
        }
        return build.missing();
    }

    private Build build(KitRuntime runtime, Path kit) {
        Optional<String> missing = runtime.prepare(kit);
        Path kept = folder.resolve(runtime.language());
        if (missing.isEmpty()) {
            runtime.built().ifPresent(name -> copy(kit.resolve(name), kept));
        }
        return new Build(missing, kept);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
