package org.heliograph.standalone.sandbox;

import java.util.Locale;

/** What is played at a client, in this order, and what a careful one does then. */
public enum Check {
    FIRST("each event of its topics is handled, once, and committed"),
    DUPLICATES("an event that comes again is not handled again"),
    VERSION("an event of a newer schema, with a field that nobody knew, is handled"),
    RECALL("a record without a value is taken as a recall, of what was never seen too"),
    FORGED("an event whose signature is not good is not handled, and reading goes on"),
    BURST("many events at once are all handled, once, and in the order of their cases"),
    TOKEN("it goes on with a new secret after all its tokens have ended and it got none for a while"),
    PAUSE("it goes on after the broker said nothing for long and its group has forgotten it"),
    COMMITS("in all that was played, nothing is committed before it is handled");

    private final String promise;

    Check(String promise) {
        this.promise = promise;
    }

    /** What a careful client does. */
    public String promise() {
        return promise;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
