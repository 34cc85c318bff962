package org.heliograph.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the first kit of each language as its README says, and lends what came of it to the later ones. */
final class KitBuilds {

    private final Path folder;
    private final Map<KitRuntime, Path> built = new EnumMap<>(KitRuntime.class);

    KitBuilds(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Why the kit cannot run here, if it cannot. */
    Optional<String> prepare(KitRuntime runtime, Path kit) {
        Path earlier = built.get(runtime);
        if (earlier != null) {
            runtime.built().ifPresent(name -> copy(earlier, kit.resolve(name)));
            return Optional.empty();
        }
        Optional<String> missing = runtime.prepare(kit);
        if (missing.isEmpty()) {
            Path kept = folder.resolve(runtime.language());
            runtime.built().ifPresent(name -> copy(kit.resolve(name), kept));
            built.put(runtime, kept);
        }
        return missing;
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
