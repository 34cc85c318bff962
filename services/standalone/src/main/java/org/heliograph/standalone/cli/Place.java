package org.heliograph.standalone.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.StateFolder;
import org.heliograph.standalone.Supervisor;

/** The state folder that commands work on; the launcher sets it, so that the current folder does not matter. */
final class Place {

    /** Where the command that runs on this thread was told to look, whatever the environment says. */
    static final ScopedValue<Path> GIVEN = ScopedValue.newInstance();

    private Place() {}

    static Path folder() {
        if (GIVEN.isBound()) {
            return GIVEN.get().toAbsolutePath().normalize();
        }
        String given = System.getenv("HELIOGRAPH_STATE");
        if (given != null && !given.isBlank()) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        return Path.of(Objects.requireNonNullElse(System.getProperty("heliograph.state"), ".heliograph"))
                .toAbsolutePath();
    }

    static StateFolder state() {
        return new StateFolder(folder());
    }

    /** How many brokers the state was made with; one if there is none. */
    static int brokers() {
        return state().brokers().orElse(1);
    }

    static Supervisor supervisor() {
        return new Supervisor(folder());
    }

    /** The running stack, or a refusal: secrets of other installations are none of this program's business. */
    static Stack embedded(String command) {
        return Stack.runningIn(folder())
                .orElseThrow(() -> new StackException(
                        "%s works on the embedded stack only, and none runs from %s; first: ./heliograph up"
                                .formatted(command, folder())));
    }
}
