package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {

    @ParameterizedTest
    @CsvSource({
        // Committed offsets, unread records, connected, state.
        "5 5 5 5,     0 0 0 0,     false, OK",
        "5 5 5 5,     3 3 4 9,     false, STOP",
        "5 5 5 5,     3 3 4 9,     true,  STALL",
        "5 5 5,       3 3 4,       false, OK",
        "5 5 5 5,     0 3 4 9,     false, OK",
        "5 6 7 8,     3 4 5 6,     true,  WARN",
        "5 9 10 18,   10 7 16 14,  true,  WARN",
        "5 9 10 18,   10 14 9 11,  true,  OK",
        "5 9 10 18,   10 7 5 2,    true,  OK",
        "5 9 3 4,     10 7 16 17,  true,  REWIND",
        "5 9 3 10,    10 7 9 6,    true,  OK",
        "9 3,         1 7,         true,  REWIND",
        "9 3 9,       1 7 0,       true,  OK",
        // Only the last four count.
        "9 3 3 3 3,   1 7 7 7 7,   true,  STALL",
        "1 5 6 7 8,   0 4 4 4 4,   true,  OK"
    })
    void judgesByWhatTheLastLooksSaw(String committed, String unread, boolean connected, LagState expected) {
        History history = new History(4);
        long[] offsets = numbers(committed);
        long[] records = numbers(unread);
        for (int i = 0; i < offsets.length; i++) {
            history.add(offsets[i], records[i]);
        }

        assertThat(history.state(connected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1,           STEADY",
        "100 101 99,  STEADY",
        "0 0 0,       STEADY",
        "10 20 12 25, GROWING",
        "25 12 20 10, SHRINKING",
        "0 1 2,       GROWING"
    })
    void seesWhereNumbersAreHeading(String unread, Trend expected) {
        assertThat(Trend.of(numbers(unread))).isEqualTo(expected);
    }

    private static long[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    }
}
