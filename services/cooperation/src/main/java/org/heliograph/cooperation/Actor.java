package org.heliograph.cooperation;

/** Who acts on an instance of a request. */
public enum Actor {
    /** The party that asked. What it does is a command, put in order by the addressee's instance. */
    REQUESTER,
    /** The party whose instance it is. */
    ADDRESSEE,
    /** The addressee's service, on nobody's behalf: its clocks, and what it says of commands that come too late. */
    SERVICE
}
