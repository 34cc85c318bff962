package org.heliograph.iom.research;

import java.util.Locale;

/** What is counted. */
enum Indicator {
    DEAD,
    MISSING,
    SURVIVORS,
    WOMEN,
    MEN,
    CHILDREN,
    INCIDENTS;

    /** As observations name it. */
    String seriesName() {
        return "missing-migrants." + name().toLowerCase(Locale.ROOT);
    }
}
