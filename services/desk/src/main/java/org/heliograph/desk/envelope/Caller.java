package org.heliograph.desk.envelope;

/**
 * On whose behalf the party speaks.
 *
 * @param role a function such as {@code officer} or {@code system}; never the name of a person
 */
public record Caller(String role) {

    /** The service itself, when it acts on an event rather than on somebody's call. */
    public static final Caller SERVICE = new Caller("system");
}
