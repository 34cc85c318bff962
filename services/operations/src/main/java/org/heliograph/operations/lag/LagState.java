package org.heliograph.operations.lag;

/**
 * How a reader is doing, without a threshold that somebody would have to set: it follows from what its offsets and what
 * is unread did over the last looks. In the order of how bad it is.
 */
public enum LagState {
    /** Nothing is unread, or something was read and what is unread does not grow. */
    OK,
    /** It reads, and what is unread grows all the same. */
    WARN,
    /** It went back to earlier records and has not caught up yet. */
    REWIND,
    /** It is connected and gets nowhere. */
    STALL,
    /** Nobody of the group is connected, and records wait. */
    STOP;

    /** The worse of two. */
    LagState or(LagState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
