package org.heliograph.iom.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.heliograph.iom.research.DeathsRise.NoRise;
import org.heliograph.iom.research.DeathsRise.Rise;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file for whoever has none: every row in it is invented. */
class InventedSampleTest {

    static final Path SAMPLE = Path.of("../../docs/missing-migrants-invented.json");

    private Reading sample;

    @BeforeEach
    void read() throws Exception {
        sample = Reading.of(SAMPLE);
    }

    @Test
    void hasARowForEachReasonToSetOneAside() {
        Map<SetAside, Long> once = new EnumMap<>(SetAside.class);
        for (SetAside reason : SetAside.values()) {
            once.put(reason, 1L);
        }
        once.put(SetAside.UNREADABLE_COORDINATES, 2L);

        assertThat(sample.account()).isEqualTo(new Accounting(81, 69, once));
    }

    @Test
    void hasOneRiseAfterTwelveMonthsThatHaveNone() {
        assertThat(sample.judgements())
                .filteredOn(judgement -> judgement.outcome() instanceof Rise)
                .singleElement()
                .satisfies(rise -> {
                    assertThat(rise.routeCode()).isEqualTo("invented-strait");
                    assertThat(rise.month()).isEqualTo(YearMonth.of(2007, 1));
                });
        assertThat(sample.judgements())
                .filteredOn(judgement -> judgement.month().getYear() == 2006)
                .hasSize(24)
                .allSatisfy(judgement -> assertThat(judgement.outcome()).isEqualTo(NoRise.GAP));
    }

    @Test
    void givesNothingAway() {
        assertThat(sample.tallies())
                .allSatisfy(tally -> assertThat(Worlds.exposed(tally)).isEmpty());
    }

    @Test
    void cannotBeTakenForReal() throws Exception {
        for (JsonNode row : new JsonMapper().readTree(Files.readString(SAMPLE))) {
            assertThat(row.path("information_source").asString()).isEqualTo("Invented; no such event took place");
            assertThat(row.path("region").asString()).startsWith("Invented");
            assertThat(row.path("country_of_incident").asString()).isEqualTo("Invented Country");
        }
    }
}
