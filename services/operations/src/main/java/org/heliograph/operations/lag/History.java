package org.heliograph.operations.lag;

import java.util.Arrays;

/** What the last looks saw of one group at one partition. Not for several threads. */
final class History {

    private final long[] committed;
    private final long[] unread;
    private int seen;

    /**
     * Nothing was seen yet.
     *
     * @param window how many looks are remembered, at least 2
     */
    History(int window) {
        committed = new long[window];
        unread = new long[window];
    }

    void add(long committedNow, long unreadNow) {
        if (seen == committed.length) {
            System.arraycopy(committed, 1, committed, 0, seen - 1);
            System.arraycopy(unread, 1, unread, 0, seen - 1);
            seen--;
        }
        committed[seen] = committedNow;
        unread[seen] = unreadNow;
        seen++;
    }

    /** Whether there were as many looks as are needed to tell that somebody does not move. */
    boolean isComplete() {
        return seen == committed.length;
    }

    /** Whether anything was committed during the last looks. */
    boolean moved() {
        return seen > 0 && committed[0] != committed[seen - 1];
    }

    Trend trend() {
        return Trend.of(unread());
    }

    /** Oldest first. */
    long[] unread() {
        return Arrays.copyOf(unread, seen);
    }

    /**
     * A reader that was done at any of the last looks is not behind: what is unread came since. One that is new here is
     * well until there were enough looks, unless it was seen to go back.
     *
     * @param connected whether the group has members
     */
    LagState state(boolean connected) {
        if (seen == 0 || unread[seen - 1] == 0) {
            return LagState.OK;
        }
        if (wentBack()) {
            return LagState.REWIND;
        }
        if (!isComplete() || Arrays.stream(unread()).anyMatch(each -> each == 0)) {
            return LagState.OK;
        }
        if (!moved()) {
            return connected ? LagState.STALL : LagState.STOP;
        }
        return trend() == Trend.GROWING ? LagState.WARN : LagState.OK;
    }

    /** And is not yet again where it was before. */
    private boolean wentBack() {
        long furthest = Long.MIN_VALUE;
        for (int i = 0; i < seen; i++) {
            furthest = Math.max(furthest, committed[i]);
        }
        return committed[seen - 1] < furthest;
    }
}
