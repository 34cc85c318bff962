package org.heliograph.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;

/** Everything that the embedded stack remembers. Folders are for the owner only, and so are files with a secret. */
public record StateFolder(Path root) {

    public StateFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Public keys, one JWK set a file. */
    public Path keys() {
        return root.resolve("keys");
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path config() {
        return root.resolve("config");
    }

    /**
     * Settings that whoever runs the stack adds for an application, as properties; stronger than the stack's own. There
     * need not be one. It counts from the next start of the component.
     */
    public Path ownSettings(Component component) {
        return config().resolve(component.id() + ".own.properties");
    }

    public Path run() {
        return root.resolve("run");
    }

    /** How many brokers the folder was made with, if it was. */
    public OptionalInt brokers() {
        return Cluster.of(this).stream().mapToInt(Cluster::brokers).findFirst();
    }

    public Path log(Component component) {
        return root.resolve("logs").resolve(component.id() + ".log");
    }

    public Path supervisorLog() {
        return root.resolve("logs").resolve("supervisor.log");
    }

    public void create() {
        for (String folder : new String[] {"secrets", "keys", "data", "config", "run", "logs"}) {
            folder(root.resolve(folder));
        }
    }

    static Path folder(Path path) {
        try {
            return Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    public static Path write(Path file, String content) {
        try {
            Path parent = folder(file.resolveSibling("").toAbsolutePath());
            Path draft = Files.createTempFile(
                    parent,
                    ".",
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, content, StandardCharsets.UTF_8);
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty file that only its owner can read, unless there is one. */
    static Path touch(Path file) {
        if (!Files.exists(file)) {
            write(file, "");
        }
        return file;
    }

    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
