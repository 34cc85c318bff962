package org.heliograph.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file as it was published, if there is one here, and the invented sample of the documents. */
@HeliographStack
class WholeFileIT {

    private static final Path REAL = Path.of(Objects.requireNonNullElse(
                    System.getProperty("heliograph.data.missing-migrants"), "../../../shared/data/missing-migrants"))
            .resolve("2024.json");
    private static final Path DOCS = Path.of("../../docs").toAbsolutePath().normalize();

    private final Research research;

    WholeFileIT(Stack stack) {
        this.research = new Research(stack);
    }

    @AfterEach
    void close() {
        research.close();
    }

    /** Figures worked out independently, by a script of its own: 981 records in 129 routes or regions and months. */
    @Test
    void allFiguresOfARealYearArriveAndNoneASecondTime() {
        assumeTrue(
                Files.isReadable(REAL),
                () -> "skipped: the Missing Migrants files are not at " + REAL + " (see docs/testing.md)");

        JsonNode first = research.ingest(REAL, false);

        assertThat(Research.rows(first)).containsExactly(1_034L, 981L, 53L);
        assertThat(Research.published(first)).isEqualTo(903);
        arriveOnce(903, YearMonth.of(2024, 1), YearMonth.of(2024, 7), REAL);
    }

    @Test
    void theInventedSampleIsTakenInByTheCommandInTheDocuments() throws Exception {
        Path sample = DOCS.resolve("missing-migrants-invented.json");

        String said = research.heliograph(0, "ingest", Research.DATASET, "--replay", sample.toString());

        List<String> account = said.lines()
                .filter(line -> line.matches(" +([0-9,]+  |alert ).*"))
                .toList();
        assertThat(account).hasSizeGreaterThan(15);
        assertThat(Files.readString(DOCS.resolve("research.md"))).contains(account);
        arriveOnce(238, YearMonth.of(2006, 1), YearMonth.of(2007, 2), sample);
    }

    private void arriveOnce(long figures, YearMonth first, YearMonth last, Path file) {
        for (Component service : List.of(Component.UNODC, Component.XB)) {
            research.awaitListed(service, figures, first, last);
        }
        assertThat(Research.published(research.ingest(file, false))).isZero();
        assertThat(research.countPublic(first, last)).isEqualTo(figures);
    }
}
