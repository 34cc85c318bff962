package org.heliograph.operations.lag;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.heliograph.operations.identity.TokenRequests.Asked;
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
    private boolean silent;
    private boolean beyond;
    private boolean moving;
    private boolean rebalancing;
    private @Nullable Reader stalledAt;
    private LagState state = LagState.OK;
    private boolean complete = true;
    private final @Nullable Duration retention;
    private final OldestUnread oldest;

    /**
     * Nothing is added up yet.
     *
     * @param keeping null if it is not known, and then the topic is taken to be compacted
     */
    RowOf(String group, String topic, int window, LagCluster.@Nullable Keeping keeping, Contents contents) {
        this.group = group;
        this.topic = topic;
        this.unreadByLook = new long[window];
        this.retention = keeping == null ? null : keeping.retention();
        this.oldest = new OldestUnread(keeping == null || keeping.compacted(), contents);
    }

    /** What it has left unread for longest, to be found before the row is made. */
    OldestUnread oldest() {
        return oldest;
    }

    void add(Reader reader) {
        if (reader.log().end() < 0) {
            silent = true;
            return;
        }
        partitions++;
        unread += reader.unread();
        lost += reader.lost();
        beyond |= reader.isBeyond();
        state = state.or(reader.state());
        moving |= reader.history().moved();
        rebalancing |= reader.isRebalancing();
        if (stalledAt == null && reader.state() == LagState.STALL) {
            stalledAt = reader;
        }
        complete &= reader.history().isComplete();
        long[] each = reader.history().unread();
        looks = Math.min(looks, each.length);
        // The last looks are common to all partitions.
        for (int i = 1; i <= each.length; i++) {
            unreadByLook[unreadByLook.length - i] += each[each.length - i];
        }
        if (reader.unread() > 0) {
            oldest.add(reader);
        }
    }

    /** Whether any of its partitions answered. */
    boolean isSeen() {
        return partitions > 0;
    }

    LagRow row(Owners owners, Instant now) {
        @Nullable String party = owners.party(group).orElse(null);
        // What waits in a partition that does not answer may be older.
        Optional<PartitionTimes.Found> first = silent ? Optional.empty() : oldest.oldest();
        @Nullable
        Instant since =
                first.map(PartitionTimes.Found::time).map(Instant::ofEpochMilli).orElse(null);
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
                first.map(at -> age(now, at.time())).orElse(null),
                first.map(at -> age(now, at.latest().orElse(at.time()))).orElse(null),
                state,
                Trend.of(last),
                why(owners, party),
                since == null || kept == null ? null : since.plus(kept),
                complete,
                Unread.of(oldest.waiting()),
                false);
    }

    private static long age(Instant now, long time) {
        return Math.max(0, now.toEpochMilli() - time);
    }

    private @Nullable Why why(Owners owners, @Nullable String party) {
        if (state != LagState.OK && owners.isSuspended(party)) {
            return Why.of(Cause.SUSPENDED, "The policy in force suspends " + party + ".");
        }
        if (state != LagState.OK && owners.isDenied(party, topic)) {
            return Why.of(Cause.DENIED, "The policy in force does not let %s read %s.".formatted(party, topic));
        }
        if (beyond) {
            return Why.of(Cause.BEYOND_THE_END, "It has committed an offset after the last record of " + topic + ".");
        }
        if (lost > 0) {
            return Why.of(Cause.DELETED_UNREAD, lost + " records were deleted that it had not read.");
        }
        if (state != LagState.OK && Owners.system(group).equals(owners.gate())) {
            return Why.of(Cause.GATE_BEHIND, unread + " dispatches wait in " + topic + ".");
        }
        return switch (state) {
            case OK -> null;
            case WARN -> Why.of(Cause.TOO_SLOW, "Unread rose from %d to %d.".formatted(unreadBefore(), unread));
            case REWIND -> Why.of(Cause.SET_BACK, "Its committed offset went back.");
            case STALL -> stalled();
            case STOP -> stopped(owners);
        };
    }

    private Why stopped(Owners owners) {
        Optional<Asked> asked = owners.tokens(group);
        @Nullable Instant refused = asked.map(Asked::refusedSince).orElse(null);
        if (refused != null) {
            return Why.of(
                    Cause.TOKEN_REFUSED,
                    "The group has no member, and identity has refused %s a token since %s: %s."
                            .formatted(
                                    Owners.system(group),
                                    refused.truncatedTo(ChronoUnit.SECONDS),
                                    "SECRET".equals(asked.map(Asked::refusal).orElse(""))
                                            ? "its secret is none of those in force"
                                            : "its party is suspended at identity"));
        }
        String last = asked.map(Asked::lastGiven)
                .map(given -> " %s got its last token at %s."
                        .formatted(Owners.system(group), given.truncatedTo(ChronoUnit.SECONDS)))
                .orElse("");
        return Why.of(Cause.NOBODY_CONNECTED, "The group has no member, and its offsets do not move." + last);
    }

    private Why stalled() {
        Reader at = Objects.requireNonNull(stalledAt, "a stalled row has a stalled partition");
        String place = "partition %d, offset %d".formatted(at.log().partition().partition(), at.next());
        if (rebalancing) {
            return Why.of(Cause.REBALANCING, "The group is rebalancing, and its offsets do not move.");
        }
        return moving
                ? Why.of(Cause.STUCK_AT_A_RECORD, "It stands at %s and moves elsewhere.".formatted(place))
                : Why.of(Cause.NO_PROGRESS, "The group has members, and stands at %s.".formatted(place));
    }

    private long unreadBefore() {
        return unreadByLook[unreadByLook.length - looks];
    }
}
