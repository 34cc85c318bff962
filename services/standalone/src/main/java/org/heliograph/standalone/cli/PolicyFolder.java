package org.heliograph.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.heliograph.standalone.StackException;

/** A folder with the files of a policy. */
final class PolicyFolder {

    private PolicyFolder() {}

    /** Content of each YAML file by its name. */
    static SortedMap<String, String> files(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> yaml =
                    all.filter(file -> file.toString().endsWith(".yaml")).toList();
            for (Path file : yaml) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new StackException("--dir: %s cannot be read as a folder of a policy's files".formatted(folder), e);
        }
        if (!files.containsKey("parties.yaml") || !files.containsKey("events.yaml")) {
            throw new StackException(
                    "--dir: found %s in %s, expected parties.yaml, events.yaml and what belongs to them"
                            .formatted(files.keySet(), folder));
        }
        return files;
    }
}
