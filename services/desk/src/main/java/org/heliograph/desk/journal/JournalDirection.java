package org.heliograph.desk.journal;

/** Which way an event went, as the party sees it. */
public enum JournalDirection {
    /** Received. */
    IN,
    /** Sent by the party. */
    OUT
}
