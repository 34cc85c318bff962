package org.heliograph.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system of its own in memory, which can be filled up. Mounting one takes the rights of root. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;
    private final boolean mounted;

    SmallDisk(Path folder, String size) {
        this.folder = folder;
        this.mounted = run(List.of("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", folder.toString()));
    }

    boolean isMounted() {
        return mounted;
    }

    /** Writes until nothing goes in any more. */
    void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(filler())) {
            byte[] page = new byte[4096];
            while (true) {
                filler.write(page);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > 64 * 1024) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler.tmp");
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (mounted) {
            run(List.of("umount", "-l", folder.toString()));
        }
    }
}
