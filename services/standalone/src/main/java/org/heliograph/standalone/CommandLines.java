package org.heliograph.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Command lines of processes, those of other supervisors included. */
final class CommandLines {

    private static final int LONGEST_END = 300;

    private CommandLines() {}

    /**
     * The end of a command line, which is where this program's own words are; what precedes it may be pages of class
     * path.
     */
    static String endOf(ProcessHandle handle) {
        String line = of(handle);
        return line.substring(Math.max(0, line.length() - LONGEST_END));
    }

    static String of(ProcessHandle handle) {
        Path file = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        if (!Files.isReadable(file)) {
            return handle.info().commandLine().orElse("");
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
