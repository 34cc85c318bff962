package org.heliograph.standalone;

/** What is known of a component just now. */
public enum Health {
    READY,
    NOT_READY,
    STOPPED
}
