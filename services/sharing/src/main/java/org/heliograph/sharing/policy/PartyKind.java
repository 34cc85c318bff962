package org.heliograph.sharing.policy;

/** What a party is. */
public enum PartyKind {
    AGENCY,
    /** A field office, which stands behind its agency's name. */
    OFFICE,
    STATE,
    /** A national authority that is registered under a liaison authority, and stands behind its name. */
    CLIENT,
    RESEARCH,
    /** A walled lane: its own authority, so that no other name ever reaches it (R7). */
    PROTECTION;

    /** Whether it belongs to another authority, through whose name it is reached up to AMBER. */
    public boolean hasAuthority() {
        return this == OFFICE || this == CLIENT;
    }
}
