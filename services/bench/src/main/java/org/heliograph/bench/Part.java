package org.heliograph.bench;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What can be measured alone. */
enum Part {
    PUBLISH,
    OUTBOX,
    GATE,
    REST;

    static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    static Set<Part> of(Collection<Part> parts) {
        return parts.isEmpty() ? all() : EnumSet.copyOf(parts);
    }
}
