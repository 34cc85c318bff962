package org.heliograph.desk.web;

/** How the id of a party is written, for whatever takes one from outside. */
public final class PartyId {

    /** A regular expression that the whole id matches. */
    public static final String PATTERN = "[a-z][a-z0-9-]{0,62}";

    /** What is said of anything else. */
    public static final String EXPECTED = "must be a party id";

    private PartyId() {}
}
