package org.heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LagScaleTest {

    @ParameterizedTest
    @CsvSource({
        "1999, 500,  1000, first met%c later met",
        "2000, 500,  1000, first not met%c later met",
        "1999, 2000, 1000, first met%c later not met",
        "1999, 500,  1001, first not met%c later not met"
    })
    void judgesTheFirstLookAndTheSlowestOfTheOthersAndTheAges(long first, long later, long error, String expected) {
        StringWriter said = new StringWriter();

        new LagScale.Measured(List.of(new LagScale.Look(5_000, first, List.of(400L, later), error, 300)))
                .print(new PrintWriter(said, true));

        assertThat(said.toString()).contains(expected.formatted(','));
    }
}
