package org.heliograph.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a body gives or leaves out. */
public final class Given {

    private Given() {}

    /** A list that is left out is an empty one. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
