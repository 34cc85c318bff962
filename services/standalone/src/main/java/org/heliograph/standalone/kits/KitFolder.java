package org.heliograph.standalone.kits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.heliograph.standalone.StackException;

/**
 * The folder that takes a kit.
 *
 * @param path of a folder that is empty or not there yet
 */
public record KitFolder(Path path) {

    public KitFolder {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * So that nobody's work is written over.
     *
     * @throws StackException unless the folder is empty or not there
     */
    public void requireEmpty() {
        if (Files.exists(path) && !isEmptyFolder()) {
            throw new StackException("--out: %s is not empty, expected an empty folder or none".formatted(path));
        }
    }

    /**
     * Writes all files, or none.
     *
     * @param files content by name, with slashes
     * @throws StackException if the folder is not empty, or cannot be written
     */
    public void write(Map<String, String> files) {
        requireEmpty();
        Path draft = path.resolveSibling("." + path.getFileName() + ".draft");
        try {
            delete(draft);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = draft.resolve(file.getKey());
                Files.createDirectories(target.resolveSibling(""));
                Files.writeString(target, file.getValue());
            }
            Files.deleteIfExists(path);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(draft);
            throw new StackException("--out: %s cannot be written: %s".formatted(path, e), e);
        }
    }

    private boolean isEmptyFolder() {
        try (Stream<Path> content = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new StackException("--out: %s cannot be read: %s".formatted(path, e), e);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new StackException("%s cannot be deleted: %s".formatted(folder, e), e);
        }
    }
}
