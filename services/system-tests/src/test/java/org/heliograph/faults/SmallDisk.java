package org.heliograph.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A file system in memory with room for little more than what is copied onto it. Only root can make one. */
final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 1 << 16;

    private final Path root;
    private final Path filler;

    private SmallDisk(Path root) {
        this.root = root;
        this.filler = root.resolve("filler");
    }

    /** Nothing where the machine does not let us mount one. */
    static Optional<SmallDisk> mount() {
        try {
            Path root = Files.createTempDirectory("heliograph-disk");
            if (run("mount", "-t", "tmpfs", "-o", "size=2g,mode=0700", "heliograph", root.toString()) == 0) {
                return Optional.of(new SmallDisk(root));
            }
            Files.delete(root);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder on it with a copy of what is in another; holes in files stay holes. */
    Path copyOf(Path folder) {
        Path copy = root.resolve(folder.getFileName());
        copy(folder, copy);
        return copy;
    }

    static void copy(Path folder, Path copy) {
        if (run("cp", "-a", "--sparse=always", folder.toString(), copy.toString()) != 0) {
            throw new IllegalStateException(folder + " cannot be copied to " + copy);
        }
    }

    static void delete(Path folder) {
        if (run("rm", "-rf", folder.toString()) != 0) {
            throw new IllegalStateException(folder + " cannot be deleted");
        }
    }

    /** From now on no more than this fits beside what is there. */
    void leaveRoomFor(long bytes) {
        try {
            FileStore store = Files.getFileStore(root);
            long size = store.getTotalSpace() - store.getUsableSpace() + bytes;
            if (run("mount", "-o", "remount,size=" + size, root.toString()) != 0) {
                throw new IllegalStateException(root + " cannot be made smaller");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all room that is left, to the last byte. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int block = BLOCK; block > 0; block /= 2) {
                fill(out, new byte[block]);
            }
        } catch (IOException full) {
            // Closing says it once more.
        }
    }

    private static void fill(OutputStream out, byte[] block) {
        try {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            // As intended.
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Lazily: whoever still has a file open there keeps it until it ends.
        run("umount", "-l", root.toString());
        try {
            Files.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(String... command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException noSuchProgram) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
