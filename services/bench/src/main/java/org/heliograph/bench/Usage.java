package org.heliograph.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.heliograph.standalone.Component;

/** What the processes of the stack, and this one, take of the machine; as Linux tells it. */
final class Usage {

    private static final String BENCH = "bench";

    private Usage() {}

    /** Processor time so far in microseconds, of user and system, by component; this process is {@code bench}. */
    static Map<String, Long> cpuMicros() {
        Map<String, Long> used = new TreeMap<>();
        processes().forEach(process -> used.merge(process.name(), cpuMicros(process.pid()), Long::sum));
        return used;
    }

    /** The process of a component. */
    static ProcessHandle process(Component component) {
        return processes()
                .filter(process -> process.name().equals(component.id()))
                .map(process -> ProcessHandle.of(process.pid()).orElseThrow())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(component.id() + " does not run"));
    }

    /** Proportional set size in KiB, by component, without this process: each shared page counts once in all. */
    static Map<String, Long> memoryKiB() {
        Map<String, Long> used = new TreeMap<>();
        processes()
                .filter(process -> !process.name().equals(BENCH))
                .forEach(process -> used.merge(process.name(), pssKiB(process.pid()), Long::sum));
        return used;
    }

    private record Named(String name, long pid) {}

    private static Stream<Named> processes() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.concat(
                Stream.of(new Named(BENCH, self.pid())),
                self.descendants()
                        .flatMap(process -> component(process).map(name -> new Named(name, process.pid())).stream()));
    }

    /** By the mark on the command line; what has none is PostgreSQL, or belongs to nobody. */
    private static Optional<String> component(ProcessHandle process) {
        String command = read(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        String mark = "-Dheliograph.component=";
        int at = command.indexOf(mark);
        if (at >= 0) {
            return Optional.of(command.substring(at + mark.length(), command.indexOf('@', at)));
        }
        return command.contains("postgres") ? Optional.of(Component.POSTGRES.id()) : Optional.empty();
    }

    private static long cpuMicros(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        // The name, in brackets, may hold anything; utime and stime are fields 14 and 15, in hundredths of a second.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000;
    }

    private static long pssKiB(long pid) {
        return Arrays.stream(read(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
                        .split("\n", -1))
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Empty if the process has ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (java.nio.file.NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            if (e.getMessage() != null && e.getMessage().contains("No such process")) {
                return "";
            }
            throw new UncheckedIOException(e);
        }
    }
}
