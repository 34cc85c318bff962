package org.heliograph.operations.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds up what one group is behind at the partitions of one topic. */
final class RowOf {

    private final String group;
    private final String topic;
    private final long[] unreadByLook;
    private int partitions;
    private int looks = Integer.MAX_VALUE;
    private long unread;
    private long lost;
    private long oldest = Long.MAX_VALUE;
    private long oldestAtLatest = Long.MAX_VALUE;
    private boolean unknownAge;
    private boolean beyond;
    private LagState state = LagState.OK;
    private boolean complete = true;
    private @Nullable Duration retention;

    RowOf(String group, String topic, int window) {
        this.group = group;
        this.topic = topic;
        this.unreadByLook = new long[window];
    }

    void add(Reader reader, LagCluster.@Nullable Keeping keeping) {
        partitions++;
        unread += reader.unread();
        lost += reader.lost();
        beyond |= reader.isBeyond();
        state = state.or(reader.state());
        complete &= reader.history().isComplete();
        retention = keeping == null ? null : keeping.retention();
        long[] each = reader.history().unread();
        looks = Math.min(looks, each.length);
        // The last looks are common to all partitions.
        for (int i = 1; i <= each.length; i++) {
            unreadByLook[unreadByLook.length - i] += each[each.length - i];
        }
        if (reader.unread() > 0) {
            Optional<PartitionTimes.Found> found =
                    reader.log().times().find(reader.next(), keeping == null || keeping.compacted());
            found.ifPresent(time -> {
                oldest = Math.min(oldest, time.time());
                oldestAtLatest = Math.min(oldestAtLatest, time.latest().orElse(time.time()));
            });
            unknownAge |= found.isEmpty();
        }
    }

    LagRow row(Owners owners, Instant now) {
        @Nullable String party = owners.party(group).orElse(null);
        boolean known = unread > 0 && !unknownAge;
        @Nullable Instant since = known ? Instant.ofEpochMilli(oldest) : null;
        @Nullable Duration kept = retention;
        long[] last = new long[looks];
        System.arraycopy(unreadByLook, unreadByLook.length - looks, last, 0, looks);
        return new LagRow(
                party,
                Owners.system(group),
                group,
                topic,
                Owners.family(topic),
                partitions,
                unread,
                lost,
                since,
                known ? (Long) age(now, oldest) : null,
                known ? (Long) age(now, oldestAtLatest) : null,
                state,
                Trend.of(last),
                cause(owners.isSuspended(party)),
                since == null || kept == null ? null : since.plus(kept),
                complete);
    }

    private static long age(Instant now, long time) {
        return Math.max(0, now.toEpochMilli() - time);
    }

    private @Nullable Cause cause(boolean suspended) {
        if (suspended && state != LagState.OK) {
            return Cause.SUSPENDED;
        }
        if (beyond) {
            return Cause.BEYOND_THE_END;
        }
        if (lost > 0) {
            return Cause.DELETED_UNREAD;
        }
        return switch (state) {
            case OK -> null;
            case WARN -> Cause.TOO_SLOW;
            case REWIND -> Cause.SET_BACK;
            case STALL -> Cause.NO_PROGRESS;
            case STOP -> Cause.NOBODY_CONNECTED;
        };
    }
}
