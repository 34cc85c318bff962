package org.heliograph.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A container engine of this machine, for broker, registry and database; implementations are safe for any thread. */
@FunctionalInterface
public interface Containers {

    /**
     * A program in an image.
     *
     * @param component tells the image
     * @param command the program and its arguments
     * @param environment of the program
     * @param readable files and folders of this machine that it may read, under the same paths
     * @param writable files and folders of this machine that it may write, under the same paths
     * @param log takes what the program prints; exists
     * @param asOwner runs as the user of this JVM, to whom the files belong, and not as the user of the image
     */
    record Program(
            Component component,
            List<String> command,
            Map<String, String> environment,
            Set<Path> readable,
            Set<Path> writable,
            Path log,
            boolean asOwner) {

        public Program {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
            readable = Set.copyOf(readable);
            writable = Set.copyOf(writable);
        }
    }

    /**
     * Starts a new container on this machine's own network. The engine must remove it when the program ends.
     *
     * @return the id of the program's process on this machine
     * @throws StackException with one line if the engine has no such image, or if the program ends at once
     */
    long run(Program program);
}
