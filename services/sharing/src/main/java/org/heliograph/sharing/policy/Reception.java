package org.heliograph.sharing.policy;

/** How a party comes by its copy of an event. */
public enum Reception {
    /** Without being named, while the marking is GREEN and the originator names nobody; otherwise as {@link #NAMED}. */
    COMMUNITY,
    /** Only when the originator names it, or, up to AMBER, the authority whose client it is. */
    NAMED
}
