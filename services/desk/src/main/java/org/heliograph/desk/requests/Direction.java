package org.heliograph.desk.requests;

/** Which way a request went, as the party sees it. */
public enum Direction {
    /** Addressed to the party. */
    IN,
    /** Sent by the party. */
    OUT
}
