package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.heliograph.events.Position;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoordinatesTest {

    @ParameterizedTest
    @CsvSource({"CLEAR,1", "GREEN,1", "AMBER,2", "AMBER_STRICT,2", "RED,2"})
    void sharesMoreDecimalsFromAmberUp(Tlp marking, int decimals) {
        assertThat(Coordinates.decimals(marking)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({
        "GREEN, 31.14, 25.55, 31.1, 25.6",
        "GREEN, -31.14, -25.55, -31.1, -25.6",
        "GREEN, 0.04, -0.04, 0.0, 0.0",
        "GREEN, 89.96, 179.96, 90.0, 180.0",
        "AMBER, 31.144, 25.555, 31.14, 25.56",
        "AMBER, 1.005, 2.675, 1.01, 2.68"
    })
    void roundsHalfUpInDecimalsAsTheyAreWritten(
            Tlp marking, double lat, double lon, double coarseLat, double coarseLon) {
        Position coarse = Coordinates.coarsen(new Position(lat, lon, 12.5), marking);

        assertThat(coarse).isEqualTo(new Position(coarseLat, coarseLon, 12.5));
    }

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void whatIsCoarsenedIsShareableAndStaysAsItIs(Tlp marking) {
        for (double degrees = -89.987_654_321; degrees < 90; degrees += 0.731) {
            Position coarse = Coordinates.coarsen(new Position(degrees, 2 * degrees, null), marking);

            assertThat(Coordinates.isShareable(coarse, marking))
                    .as("%s", coarse)
                    .isTrue();
            assertThat(Coordinates.coarsen(coarse, marking)).isEqualTo(coarse);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "31.11, 0",
        "0, 25.51",
        "90.1, 0",
        "-90.1, 0",
        "0, 180.1",
        "0, -180.1",
        "NaN, 0",
        "0, NaN",
        "Infinity, 0",
        "0, -Infinity"
    })
    void refusesWhatIsFinerOutOfRangeOrNoNumber(double lat, double lon) {
        assertThat(Coordinates.isShareable(new Position(lat, lon, null), Tlp.GREEN))
                .isFalse();
    }

    @Test
    void takesTheEndsOfTheRange() {
        assertThat(Coordinates.isShareable(new Position(-90.0, 180.0, null), Tlp.GREEN))
                .isTrue();
        assertThat(Coordinates.isShareable(new Position(90.0, -180.0, null), Tlp.GREEN))
                .isTrue();
    }
}
