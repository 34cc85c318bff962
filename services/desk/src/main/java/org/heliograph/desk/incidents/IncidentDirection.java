package org.heliograph.desk.incidents;

/** Which way a report went, as the party sees it. */
public enum IncidentDirection {
    /** Received. */
    IN,
    /** Reported by the party. */
    OUT
}
