package org.heliograph.operations.lag;

/** Why a reader is behind, where that can be known from outside. */
public enum Cause {
    /** The policy suspends the party: it may read nothing. */
    SUSPENDED,
    /** Nobody of the group is connected. */
    NOBODY_CONNECTED,
    /** Somebody is connected, and commits no progress: a record that cannot be applied, or one that takes long. */
    NO_PROGRESS,
    /** More comes than is read. */
    TOO_SLOW,
    /** The group was set back to earlier records. */
    SET_BACK,
    /** Records were deleted, by retention or by hand, before the group had read them. */
    DELETED_UNREAD,
    /** The group claims to have read more than there ever was: the topic was made anew or lost records. */
    BEYOND_THE_END
}
