package org.heliograph.testkit;

import java.nio.file.Path;

/** Folders of a run. Test classes run in two processes at a time, each of which has its own. */
public final class TestFolder {

    private TestFolder() {}

    /** The folder of this name, which may not be there yet. */
    public static Path named(String name) {
        return Path.of("target", System.getProperty("heliograph.fork", "fork-1"), name);
    }
}
