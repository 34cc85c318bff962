package org.heliograph.identity.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The files: {@code clients/<id>.json}, {@code officers/<username>.json}, {@code suspensions.json}. Each is written
 * aside, forced to the disk and moved into place, so that nobody ever reads half of one. A client that was removed
 * leaves {@code <id>.removed}, so that whoever lays out accounts at the start does not bring it back.
 */
final class AccountFolder {

    private static final String SUFFIX = ".json";
    private static final String REMOVED = ".removed";

    private final Path clients;
    private final Path officers;
    private final Path suspensions;

    AccountFolder(Path folder) {
        clients = made(folder.resolve("clients"));
        officers = made(folder.resolve("officers"));
        suspensions = folder.resolve("suspensions" + SUFFIX);
    }

    NavigableMap<String, SystemClient> clients() {
        return accounts(clients, AccountJson::client);
    }

    NavigableMap<String, Officer> officers() {
        return accounts(officers, AccountJson::officer);
    }

    SortedSet<String> suspensions() {
        return Files.exists(suspensions) ? read(suspensions, AccountJson::suspensions) : new TreeSet<>();
    }

    void write(SystemClient client) {
        write(file(clients, client.id()), AccountJson.text(client));
        delete(clients.resolve(client.id() + REMOVED));
    }

    void write(Officer officer) {
        write(file(officers, officer.username()), AccountJson.text(officer));
    }

    void write(SortedSet<String> suspended) {
        write(suspensions, AccountJson.text(suspended));
    }

    void removeClient(String id) {
        move(file(clients, id), clients.resolve(id + REMOVED));
    }

    InvalidAccountsException taken(String name) {
        InvalidFieldException clash =
                new InvalidFieldException("username", "a name that no client has", name + ", which is a client too");
        return new InvalidAccountsException(file(officers, name), clash);
    }

    private static <T> NavigableMap<String, T> accounts(Path folder, BiFunction<String, String, T> reader) {
        NavigableMap<String, T> accounts = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(SUFFIX) && !name.startsWith(".")) {
                String account = name.substring(0, name.length() - SUFFIX.length());
                accounts.put(account, read(file, text -> reader.apply(account, text)));
            }
        }
        return accounts;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new InvalidAccountsException(folder, "expected a folder that can be read, found " + e, e);
        }
    }

    private static <T> T read(Path file, Function<String, T> reader) {
        try {
            return reader.apply(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidAccountsException(file, "expected a file of UTF-8 text that can be read, found " + e, e);
        } catch (InvalidFieldException e) {
            throw new InvalidAccountsException(file, e);
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new InvalidAccountsException(folder, "expected a folder that can be made, found " + e, e);
        }
    }

    private static void write(Path file, String text) {
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(draft, file);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel folder = FileChannel.open(to.resolveSibling(""), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
