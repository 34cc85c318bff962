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
    POLICY,
    /** Of what a party keeps; measured only when it is named. */
    STORE,
    /** Of the control plane too; measured only when it is named. */
    LAG;

    static Set<Part> all() {
        return EnumSet.complementOf(EnumSet.of(POLICY, STORE, LAG));
    }

    /** Those that have a stack and a report of their own. */
    boolean isApart() {
        return this == POLICY || this == STORE || this == LAG;
    }

    static Set<Part> of(Collection<Part> parts) {
        return parts.isEmpty() ? all() : EnumSet.copyOf(parts);
    }
}
