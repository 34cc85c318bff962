package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The ports that the other tests try to enter are all there are. */
@HeliographStack
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads which process listens where from /proc")
class ListeningPortsIT {

    private static final String LISTENING = "0A";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    @Test
    void noProcessOfTheStackListensAnywhereElse(Stack stack) {
        Set<String> sockets = ProcessHandle.allProcesses()
                .filter(process -> belongsTo(stack, process.pid()))
                .flatMap(process -> sockets(process.pid()))
                .collect(Collectors.toSet());

        List<String[]> listening = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream().skip(1))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields[3].equals(LISTENING) && sockets.contains("socket:[" + fields[9] + "]"))
                .toList();

        assertThat(listening).isNotEmpty();
        assertThat(listening)
                .allSatisfy(fields -> assertThat(LOOPBACK).contains(fields[1].split(":", -1)[0]));
        Set<Integer> ports = listening.stream()
                .map(fields -> HexFormat.fromHexDigits(fields[1].split(":", -1)[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ports).containsExactlyInAnyOrderElementsOf(stack.ports().numbersOf(stack.components()));
    }

    /** Other tests of the run may have stacks of their own. */
    private static boolean belongsTo(Stack stack, long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains(stack.state().root().toString());
        } catch (IOException ended) {
            return false;
        }
    }

    private static Stream<String> sockets(long pid) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.map(ListeningPortsIT::target).toList().stream();
        } catch (IOException | UncheckedIOException ended) {
            return Stream.empty();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
