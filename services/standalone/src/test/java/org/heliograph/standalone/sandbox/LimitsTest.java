package org.heliograph.standalone.sandbox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.heliograph.standalone.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    @Test
    void takesWhatIsWithinBounds() {
        assertThatCode(() -> limits(1, 1, 1, 5, 1)).doesNotThrowAnyException();
        assertThatCode(() -> limits(3_600, 600, 600, 300, 5_000)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 1 | 60 | 1 | --wait: found 0 seconds, expected 1 to 3600",
                "1 | 601 | 1 | 60 | 1 | --patience: found 601 seconds, expected 1 to 600",
                "1 | 1 | 0 | 60 | 1 | --pause: found 0 seconds, expected 1 to 600",
                "1 | 1 | 1 | 4 | 1 | --token-life: found 4 seconds, expected 5 to 300",
                "1 | 1 | 1 | 60 | 0 | --burst: found 0, expected 1 to 5000 events",
                "1 | 1 | 1 | 60 | 5001 | --burst: found 5001, expected 1 to 5000 events",
            })
    void namesWhatIsNotAndWhatIsExpected(
            int arrival, int patience, int silence, int tokenLife, int burst, String problem) {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> limits(arrival, patience, silence, tokenLife, burst))
                .withMessage(problem);
    }

    private static Limits limits(int arrival, int patience, int silence, int tokenLife, int burst) {
        return new Limits(
                Duration.ofSeconds(arrival),
                Duration.ofSeconds(patience),
                Duration.ofSeconds(silence),
                Duration.ofSeconds(tokenLife),
                burst);
    }
}
