package org.heliograph.iom.research;

import org.jspecify.annotations.Nullable;

/**
 * A figure as readers see it.
 *
 * @param value null when suppressed
 * @param n the persons in the cell; null when suppressed
 */
record Cell(@Nullable Integer value, @Nullable Integer n) {

    static final Cell SUPPRESSED = new Cell(null, null);

    static Cell of(int value, int n) {
        return new Cell(value, n);
    }

    boolean suppressed() {
        return value == null;
    }
}
