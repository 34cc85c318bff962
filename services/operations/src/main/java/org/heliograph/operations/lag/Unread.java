package org.heliograph.operations.lag;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a group has not read, in the terms of those who wait for it.
 *
 * @param byPriority number of records; those of which nothing is known are in none
 * @param firstDue when the first clock may run out; {@code null} if none runs
 * @param oldestUrgent when the oldest FLASH or HIGH was released; {@code null} if there is none
 * @param first at most {@value #SHOWN}, those that matter most first
 */
public record Unread(
        Map<Waiting.Urgency, Long> byPriority,
        @Nullable Instant firstDue,
        @Nullable Instant oldestUrgent,
        List<Waiting> first) {

    /** Nothing waits, or nothing of it is known or told. */
    static final Unread NOTHING = new Unread(Map.of(), null, null, List.of());

    static final int SHOWN = 10;

    public Unread {
        Map<Waiting.Urgency, Long> mostUrgentFirst = new EnumMap<>(Waiting.Urgency.class);
        mostUrgentFirst.putAll(byPriority);
        byPriority = Collections.unmodifiableMap(mostUrgentFirst);
        first = List.copyOf(first);
    }

    static Unread of(Collection<Waiting> all) {
        Map<Waiting.Urgency, Long> byPriority = new EnumMap<>(Waiting.Urgency.class);
        all.forEach(one -> byPriority.merge(one.priority(), 1L, Long::sum));
        List<Waiting> first =
                all.stream().sorted(Waiting.FIRST_THINGS_FIRST).limit(SHOWN).toList();
        return new Unread(
                byPriority,
                first.isEmpty() ? null : first.getFirst().dueFrom(),
                all.stream()
                        .filter(one -> one.priority().isUrgent())
                        .map(Waiting::released)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                first);
    }
}
