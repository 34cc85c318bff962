package org.heliograph.operations.lag;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When the records of one partition were appended, as far as it was asked for, and what to ask next. A question names a
 * time; the broker answers with the first record that is not older, which says something of all records around it.
 * Since times only rise along a partition, answers close in on any record, and all of them stay true. Not for several
 * threads.
 */
final class PartitionTimes {

    /**
     * How far from the truth a time may be, in milliseconds. Where records may be missing none will do: only who was
     * found by its own time can be seen to go.
     */
    private static final long TOLERANCE = 500;

    /** Points that are kept for the next look. */
    private static final int MOST_POINTS = 4_096;

    /** Every so often the middle is taken in place of a guess, so that odd times cannot make it slow. */
    private static final int GUESSES = 3;

    /** Records that were found, with their time. */
    private final TreeMap<Long, Long> known = new TreeMap<>();

    /** By an offset, a time that all records below it are older than. */
    private final TreeMap<Long, Long> older = new TreeMap<>();

    /** By the offset of a record that is no more, the first that is there after it. */
    private final Map<Long, Long> next = new TreeMap<>();

    private long first = -1;
    private int asked;

    /**
     * When a record was appended.
     *
     * @param latest the time of the next record that is known to be there, if the record itself may be gone
     */
    record Found(long time, OptionalLong latest) {}

    /**
     * The time of the first record from this offset on, or empty if more has to be asked.
     *
     * @param compacted whether records may be missing in the middle
     */
    Optional<Found> find(long offset, boolean compacted) {
        if (first < 0) {
            return Optional.empty();
        }
        Long replaced = next.get(offset);
        long from = Math.max(offset, first);
        Map.Entry<Long, Long> at = known.floorEntry(replaced == null ? from : replaced);
        if (at == null) {
            return Optional.empty();
        }
        if (replaced != null || at.getKey() == from) {
            return Optional.of(new Found(at.getValue(), OptionalLong.empty()));
        }
        Map.Entry<Long, Long> above = older.higherEntry(from);
        if (above == null || above.getValue() - 1 - at.getValue() > (compacted ? 0 : TOLERANCE)) {
            return Optional.empty();
        }
        Map.Entry<Long, Long> after = known.higherEntry(from);
        return Optional.of(new Found(
                at.getValue(), compacted && after != null ? OptionalLong.of(after.getValue()) : OptionalLong.empty()));
    }

    /** No record from this offset on is older; 0 if nothing is known. */
    long atLeast(long offset) {
        Map.Entry<Long, Long> below = known.floorEntry(Math.max(offset, first));
        return below == null ? 0 : below.getValue();
    }

    /**
     * The record at this offset is not younger.
     *
     * @param now no record is younger
     */
    long atMost(long offset, long now) {
        Map.Entry<Long, Long> above = older.higherEntry(Math.max(offset, first));
        return above == null ? now : above.getValue() - 1;
    }

    /**
     * The time to ask for next, to find the time of the record at this offset.
     *
     * @param now no record is younger
     * @param end the offset after the last record
     */
    long question(long offset, long end, long now) {
        if (first < 0) {
            return 0;
        }
        long from = Math.max(offset, first);
        Map.Entry<Long, Long> below = known.floorEntry(from);
        if (below == null) {
            return 0;
        }
        Map.Entry<Long, Long> above = older.higherEntry(from);
        long aboveOffset = above == null ? Math.max(end, from + 1) : above.getKey();
        long youngest = above == null ? Math.max(now, below.getValue()) + 1 : above.getValue() - 1;
        long oldest = below.getValue() + 1;
        if (youngest <= oldest) {
            return oldest;
        }
        asked++;
        if (asked % GUESSES == 0) {
            return oldest + (youngest - oldest) / 2;
        }
        double part = (from - below.getKey() - 0.5) / (aboveOffset - below.getKey());
        return Math.clamp(oldest + (long) (part * (youngest - oldest)), oldest, youngest);
    }

    /**
     * The broker's answer to a question.
     *
     * @param offset of the first record that is not older than that; negative if all are older
     * @param end the offset after the last record that was looked at
     */
    void answer(long question, long offset, long time, long end) {
        if (offset < 0) {
            older.merge(end, question, Math::min);
            if (question == 0) {
                first = end;
            }
            return;
        }
        known.put(offset, time);
        older.merge(offset, question, Math::min);
        if (question == 0) {
            first = offset;
        }
    }

    /** Whether there is no record at all, though offsets were used. */
    boolean isEmpty() {
        return first >= 0 && known.isEmpty();
    }

    /** Between two looks: what grew beyond measure is asked for anew. */
    void trim() {
        if (known.size() > MOST_POINTS) {
            forget();
        }
    }

    /** What was found of this offset has to be looked at once more, since the record may have been compacted away. */
    OptionalLong toVerify(long offset) {
        Long time = known.get(offset);
        return time == null ? OptionalLong.empty() : OptionalLong.of(time);
    }

    /**
     * The broker's answer to the question for the very time of a record that was there.
     *
     * @param offset negative if all records are older
     */
    void verified(long record, long offset, long time) {
        if (offset == record || offset < 0) {
            return;
        }
        if (offset > record) {
            known.remove(record);
            known.put(offset, time);
            next.put(record, offset);
        }
    }

    /** Records below were deleted, and nobody will ask for them. */
    void deletedBelow(long earliest) {
        known.headMap(earliest).clear();
        older.headMap(earliest).clear();
        next.keySet().removeIf(offset -> offset < earliest);
        if (first >= 0 && first < earliest) {
            first = -1;
        }
    }

    /** As if nothing had been asked: the partition was made anew. */
    void forget() {
        known.clear();
        older.clear();
        next.clear();
        first = -1;
    }
}
