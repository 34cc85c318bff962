package org.heliograph.operations.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the last looks saw of topics and groups, as far back as sixty looks. Kept in memory: a start forgets it. Any
 * thread.
 */
public final class Looks {

    /** Looks that are remembered. */
    public static final int MOST = 60;

    private static final long UNKNOWN = -1;

    private final Instant[] times = new Instant[MOST];
    private final Map<String, long[]> appended = new HashMap<>();
    private final Map<Place, long[]> unread = new HashMap<>();
    private int number;

    private record Place(String group, String topic) {}

    /**
     * What a look saw of one group at one topic.
     *
     * @param unread records
     */
    public record Seen(Instant at, long unread) {}

    /** Remembers a look; {@code appendedSince} is what came to each topic since the one before. */
    public synchronized void add(LagReport look, Map<String, Long> appendedSince) {
        if (number == MOST) {
            System.arraycopy(times, 1, times, 0, MOST - 1);
            appended.values().forEach(Looks::shift);
            unread.values().forEach(Looks::shift);
            number--;
        }
        times[number] = look.at();
        appendedSince.forEach((topic, count) -> slots(appended, topic)[number] = count);
        look.rows()
                .forEach(row -> slots(unread, new Place(row.group(), row.topic()))[number] =
                        Objects.requireNonNullElse(row.unread(), 0L));
        number++;
        appended.values().removeIf(Looks::isForgotten);
        unread.values().removeIf(Looks::isForgotten);
    }

    private static void shift(long[] slots) {
        System.arraycopy(slots, 1, slots, 0, MOST - 1);
        slots[MOST - 1] = UNKNOWN;
    }

    private static boolean isForgotten(long[] slots) {
        return Arrays.stream(slots).allMatch(slot -> slot == UNKNOWN);
    }

    private static <K> long[] slots(Map<K, long[]> all, K key) {
        return all.computeIfAbsent(key, _ -> {
            long[] slots = new long[MOST];
            Arrays.fill(slots, UNKNOWN);
            return slots;
        });
    }

    /** What was unread, oldest look first; looks that did not see the group at the topic are left out. */
    public synchronized List<Seen> of(String group, String topic) {
        long[] slots = unread.getOrDefault(new Place(group, topic), new long[0]);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < Math.min(number, slots.length); i++) {
            if (slots[i] != UNKNOWN) {
                seen.add(new Seen(times[i], slots[i]));
            }
        }
        return seen;
    }

    /**
     * What came to each topic that somebody reads, in offsets a minute: an end of a transaction takes one too.
     *
     * @param intervals between looks, back from the last one
     * @return without a rate for a topic that was not seen twice in that time
     */
    public synchronized Map<String, OptionalDouble> rates(int intervals) {
        Map<String, OptionalDouble> rates = new HashMap<>();
        appended.forEach((topic, slots) -> rates.put(topic, rate(slots, intervals)));
        return rates;
    }

    private OptionalDouble rate(long[] slots, int intervals) {
        long sum = 0;
        long millis = 0;
        // What a look counts came between the look before and itself.
        for (int i = number - 1; i > 0 && i >= number - intervals; i--) {
            if (slots[i] != UNKNOWN && slots[i - 1] != UNKNOWN) {
                sum += slots[i];
                millis += Duration.between(times[i - 1], times[i]).toMillis();
            }
        }
        return millis == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum * 60_000.0 / millis);
    }

    /** How long so many intervals took; nothing before the second look. */
    public synchronized Duration span(int intervals) {
        return number < 2
                ? Duration.ZERO
                : Duration.between(times[Math.max(0, number - 1 - intervals)], times[number - 1]);
    }
}
