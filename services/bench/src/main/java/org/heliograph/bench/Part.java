package org.heliograph.bench;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What can be measured alone. */
enum Part {
    PUBLISH,
    OUTBOX,
    GATE,
    REST,
    /** Of the control plane, not of the way of a message; measured only when it is named. */
    POLICY;

    static Set<Part> all() {
        return EnumSet.complementOf(EnumSet.of(POLICY));
    }

    static Set<Part> of(Collection<Part> parts) {
        return parts.isEmpty() ? all() : EnumSet.copyOf(parts);
    }
}
