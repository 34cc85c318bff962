package org.heliograph.kit;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What was handled before, kept over a restart: one line each in a file that only grows. */
final class Seen implements AutoCloseable {

    private final RandomAccessFile file;
    private final Set<String> ids = new HashSet<>();

    Seen(Path state) throws IOException {
        file = new RandomAccessFile(state.resolve("seen.txt").toFile(), "rw");
        byte[] bytes = new byte[Math.toIntExact(file.length())];
        file.readFully(bytes);
        // A line that a crash cut off counts for nothing: its record comes again.
        int whole = bytes.length;
        while (whole > 0 && bytes[whole - 1] != '\n') {
            whole--;
        }
        new String(bytes, 0, whole, StandardCharsets.UTF_8).lines().forEach(ids::add);
        file.setLength(whole);
        file.seek(whole);
    }

    /** Whether it was new; if so, it has been handled, and is marked after that. */
    boolean once(String id, Runnable handle) throws IOException {
        if (ids.contains(id)) {
            return false;
        }
        handle.run();
        file.write((id + "\n").getBytes(StandardCharsets.UTF_8));
        ids.add(id);
        return true;
    }

    /** To be called before offsets are committed. */
    void keep() throws IOException {
        file.getChannel().force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
