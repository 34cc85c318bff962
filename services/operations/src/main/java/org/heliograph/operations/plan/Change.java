package org.heliograph.operations.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place at which two policies differ.
 *
 * @param path to the place, from the policy's root
 * @param before what stands there now; nothing where something is added
 * @param after what will stand there; nothing where something is removed
 */
public record Change(
        Kind kind,
        List<String> path,
        @Nullable String before,
        @Nullable String after) {

    /** As the sign before the line says: added, removed, changed. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public Change {
        path = List.copyOf(path);
    }

    /** For people: the path with dots. */
    public String place() {
        return String.join(".", path);
    }

    boolean isAt(String... pattern) {
        if (path.size() < pattern.length) {
            return false;
        }
        for (int i = 0; i < pattern.length; i++) {
            if (!"*".equals(pattern[i]) && !pattern[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
