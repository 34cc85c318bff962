package org.heliograph.iom.research;

import org.jspecify.annotations.Nullable;

/** Numbers of persons in one incident. Null is not stated, which is not 0. */
record Counts(
        @Nullable Integer dead,
        @Nullable Integer missing,
        @Nullable Integer survivors,
        @Nullable Integer women,
        @Nullable Integer men,
        @Nullable Integer children) {}
