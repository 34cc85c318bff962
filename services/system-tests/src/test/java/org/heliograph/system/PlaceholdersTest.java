package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    private static final String ONE = "0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11";
    private static final String OTHER = "6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801";
    private static final Instant BEGIN = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void replacesIdsByTheOrderInWhichTheyAppear() {
        assertThat(seen("xa/" + ONE, "exercise:" + OTHER, "again " + ONE))
                .isEqualTo(seen("xa/" + OTHER, "exercise:" + ONE, "again " + OTHER))
                .containsExactly("xa/<id 1>", "exercise:<id 2>", "again <id 1>");
    }

    /** Avro writes the length of a text before it: of an id, an H. */
    @Test
    void findsAnIdWithinTheBytesOfAnEvent() {
        assertThat(seen("\0\u0002H" + ONE + "Z")).containsExactly("\0\u0002H<id 1>Z");
    }

    @Test
    void tellsAnIdThatIsSeenAgainFromANewOne() {
        assertThat(seen(ONE, ONE)).isNotEqualTo(seen(ONE, OTHER));
    }

    @Test
    void keepsTheTimesThatTheScriptGives() {
        assertThat(seen("2026-11-27T12:00:00.25Z after 2026-01-15T08:00:00Z"))
                .containsExactly("<instant 1> after 2026-01-15T08:00:00Z");
    }

    @Test
    void keepsOffsetsTotalsKeysAndWords() {
        List<String> lines = List.of("inbox.unodc.alerts-3 +4", "{\"total\": 7}", "eyJraWQiOiJ4YSJ9..", "not found");

        assertThat(seen(lines.toArray(String[]::new))).isEqualTo(lines);
    }

    @Test
    void tellsARecordMoreFromNone() {
        assertThat(seen("alerts ends +2", "alerts +0 " + ONE))
                .isNotEqualTo(seen("alerts ends +4", "alerts +0 " + ONE))
                .isNotEqualTo(seen("alerts ends +2"));
    }

    private static List<String> seen(String... lines) {
        return new Placeholders(BEGIN).in(List.of(lines));
    }
}
