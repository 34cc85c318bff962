package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.heliograph.operations.lag.PartitionTimes.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PartitionTimesTest {

    private static final long TOLERANCE = 500;
    private static final long DAY = 86_400_000;

    private final TreeMap<Long, Long> log = new TreeMap<>();
    private final PartitionTimes times = new PartitionTimes();
    private int questions;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsEveryRecordOfAnyLogInFewQuestions(long seed) {
        Random random = new Random(seed);
        fill(random);
        long end = log.lastKey() + 1;

        for (long offset : some(random)) {
            int before = questions;
            Found found = find(offset, end, false);

            assertThat(found.time()).isBetween(time(offset) - TOLERANCE, time(offset));
            assertThat(found.latest()).isEmpty();
            assertThat(questions - before).isLessThan(80);
        }
    }

    /** Steady, in bursts, with batches that share a time, and after long silence. */
    private void fill(Random random) {
        long time = DAY * random.nextInt(1, 1_000);
        long offset = random.nextInt(1_000);
        int number = random.nextInt(1, 2_000);
        for (int i = 0; i < number; i++) {
            log.put(offset++, time);
            switch (random.nextInt(10)) {
                case 0 -> time += random.nextLong(DAY);
                case 1, 2, 3 -> time += random.nextInt(60_000);
                case 4, 5 -> time += random.nextInt(3);
                default -> time += 0;
            }
        }
    }

    private List<Long> some(Random random) {
        List<Long> offsets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            offsets.add(random.nextLong(log.firstKey(), log.lastKey() + 1));
        }
        return offsets;
    }

    private long time(long offset) {
        return log.ceilingEntry(offset).getValue();
    }

    private Found find(long offset, long end, boolean compacted) {
        while (true) {
            var found = times.find(offset, compacted);
            if (found.isPresent()) {
                return found.get();
            }
            long question = times.question(offset, end, log.lastEntry().getValue() + DAY);
            questions++;
            Map.Entry<Long, Long> first = log.entrySet().stream()
                    .filter(each -> each.getValue() >= question)
                    .findFirst()
                    .orElse(Map.entry(-1L, -1L));
            times.answer(question, first.getKey(), first.getValue(), end);
        }
    }

    @Test
    void asksNothingAnewOfWhatItKnows() {
        fill(new Random(1));
        long end = log.lastKey() + 1;
        long offset = (log.firstKey() + log.lastKey()) / 2;
        find(offset, end, false);
        int before = questions;

        find(offset, end, false);

        assertThat(questions).isEqualTo(before);
    }

    @Test
    void saysBetweenWhichTimesARecordWasThatMayBeCompactedAway() {
        log.putAll(Map.of(10L, 1_000L, 11L, DAY, 14L, 2 * DAY, 15L, 3 * DAY));

        assertThat(find(12, 16, true)).isEqualTo(new Found(DAY, OptionalLong.of(2 * DAY)));
        assertThat(find(14, 16, true)).isEqualTo(new Found(2 * DAY, OptionalLong.empty()));
    }

    @Test
    void takesTheNextRecordForOneThatIsNoMore() {
        log.putAll(Map.of(10L, 1_000L, 11L, DAY, 12L, 2 * DAY, 13L, 3 * DAY));
        assertThat(find(11, 14, true).time()).isEqualTo(DAY);
        log.remove(11L);

        long asked = times.toVerify(11).orElseThrow();
        times.verified(11, 12, 2 * DAY);

        assertThat(asked).isEqualTo(DAY);
        assertThat(find(11, 14, true)).isEqualTo(new Found(2 * DAY, OptionalLong.empty()));
    }

    @Test
    void takesTheFirstRecordThatIsKeptForThoseThatWereDeleted() {
        log.putAll(Map.of(10L, 1_000L, 11L, DAY, 12L, 2 * DAY));
        find(10, 13, false);
        log.headMap(12L).clear();
        times.deletedBelow(12);

        assertThat(find(12, 13, false).time()).isEqualTo(2 * DAY);
    }

    @Test
    void knowsThatThereIsNothing() {
        times.answer(0, -1, -1, 7);

        assertThat(times.isEmpty()).isTrue();
    }
}
