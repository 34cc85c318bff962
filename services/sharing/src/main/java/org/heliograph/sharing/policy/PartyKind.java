package org.heliograph.sharing.policy;

/** What a party is. A CLIENT is a national authority that is registered under a liaison authority. */
public enum PartyKind {
    AGENCY,
    STATE,
    CLIENT
}
