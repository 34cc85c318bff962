package org.heliograph.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs from a state folder: written at each change, read by every other command.
 *
 * @param supervisor the process that owns the others
 * @param ready whether everything that was to start has been ready once
 * @param wanted what was to start
 * @param components what has been started and not been ended
 * @param restarts of those that ended without being told to
 */
record StackRecord(
        Entry supervisor,
        boolean ready,
        Set<Component> wanted,
        Map<Component, Entry> components,
        Ports ports,
        Map<Component, Restarts> restarts) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A process, and the text of its command line by which it is recognised. */
    record Entry(long pid, String marker) {}

    StackRecord {
        wanted = new TreeSet<>(wanted);
        components = new TreeMap<>(components);
        restarts = new TreeMap<>(restarts);
    }

    static Optional<StackRecord> of(StateFolder state) {
        Path file = file(state);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(StateFolder.read(file), StackRecord.class));
    }

    void save(StateFolder state) {
        StateFolder.write(file(state), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    static void erase(StateFolder state) {
        try {
            Files.deleteIfExists(file(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Entry thisProcess() {
        ProcessHandle self = ProcessHandle.current();
        return new Entry(self.pid(), CommandLines.endOf(self));
    }

    private static Path file(StateFolder state) {
        return state.run().resolve("stack.json");
    }
}
