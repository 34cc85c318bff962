package org.heliograph.sharing.policy;

import java.util.Locale;

/** What narrows a letter of the access matrix, written behind it. */
public enum Qualifier {
    /** {@code P own}: about what is its own, for example its own events or its own country's plan. */
    OWN,
    /** {@code P legal}: only the legal one of the events that share the first part of their names. */
    LEGAL,
    /** {@code A caseload}: its own caseload, so one party for each office. */
    CASELOAD;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
