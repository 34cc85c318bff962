package org.heliograph.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.heliograph.operations.cluster.DriftItem;
import org.heliograph.operations.console.Runbook.Kind;
import org.heliograph.operations.lag.Cause;
import org.heliograph.operations.lag.LagState;
import org.heliograph.operations.lag.Trend;
import org.heliograph.operations.lag.Waiting;
import org.heliograph.pages.design.SpokenWords;
import org.heliograph.sharing.policy.PartyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunbookTest {

    @ParameterizedTest
    @EnumSource
    void thereIsOneForEachTrouble(Trouble.Kind kind) throws IOException {
        assertThat(RunbookController.find(kind.runbook())).hasValueSatisfying(runbook -> {
            assertThat(runbook.title()).isNotBlank();
            assertThat(runbook.blocks()).extracting(Runbook.Block::kind).contains(Kind.PARAGRAPH, Kind.STEP);
        });
        assertThat(keys()).contains("runbook." + kind.runbook(), "trouble." + kind, "trouble-kind." + kind);
    }

    @Test
    void isReadFromTheMarkdownOfTheDocuments() {
        Runbook runbook = Runbook.of("""
                # Title

                A first
                line of [words](elsewhere.md), **bold**.

                1. Do `this` now.

                   ```
                   ./heliograph status
                   ```

                2. Then <b>that</b>.

                ## Where else
                """);

        assertThat(runbook.title()).isEqualTo("Title");
        assertThat(runbook.blocks())
                .extracting(Runbook.Block::kind)
                .containsExactly(Kind.PARAGRAPH, Kind.STEP, Kind.CODE, Kind.STEP, Kind.HEADING);
        assertThat(runbook.blocks().stream()
                        .map(block -> block.pieces().stream()
                                .map(piece -> piece.code() ? "[" + piece.text() + "]" : piece.text())
                                .collect(Collectors.joining())))
                .containsExactly(
                        "A first line of words, bold.",
                        "1. Do [this] now.",
                        "[./heliograph status]",
                        "2. Then <b>that</b>.",
                        "Where else");
    }

    @Test
    void nothingElseIsFoundBesideThem() {
        for (String name : new String[] {"../application", "README", "policy-drift.md", "", "-"}) {
            assertThat(RunbookController.find(name)).as(name).isEmpty();
        }
    }

    @Test
    void theConsoleSaysAllInBothLanguages() throws IOException {
        SpokenWords.areTheSameInBothLanguages("console");
        SpokenWords.areAllThatTemplatesSay(Path.of("src/main/resources/templates/console"), keys());
        assertThat(keys())
                .containsAll(words("lagstate", LagState.values()))
                .containsAll(words("cause", Cause.values()));
        assertThat(keys()).containsAll(words("urgency", Waiting.Urgency.values()));
        assertThat(keys()).containsAll(words("trend", Trend.values())).containsAll(words("end", Ends.Kind.values()));
        assertThat(keys())
                .containsAll(words("driftkind", DriftItem.Kind.values()))
                .containsAll(words("partykind", PartyKind.values()))
                .containsAll(words("flowkind", FlowLine.Kind.values()))
                .containsAll(words("silence", Others.Silence.values()));
    }

    private static Set<String> words(String vocabulary, Enum<?>... symbols) {
        return Arrays.stream(symbols).map(symbol -> vocabulary + "." + symbol).collect(Collectors.toSet());
    }

    private static Set<String> keys() throws IOException {
        return SpokenWords.keys("console", "pages");
    }
}
