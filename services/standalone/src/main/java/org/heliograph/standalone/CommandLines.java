package org.heliograph.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Command lines of processes, those of other supervisors included. */
final class CommandLines {

    private CommandLines() {}

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
