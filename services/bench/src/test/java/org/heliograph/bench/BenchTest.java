package org.heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {

    private final StringWriter said = new StringWriter();

    @Test
    void explainsItself() {
        int exit = Bench.commandLine(new PrintWriter(said, true)).execute("--help");

        assertThat(exit).isZero();
        assertThat(said.toString()).contains("./heliograph bench", "--quick", "--json", "--only");
    }

    @ParameterizedTest
    @CsvSource({
        "--json=/nowhere/at/all.json, a folder that exists",
        "--only=everything,           'one of [PUBLISH, OUTBOX, GATE, REST, POLICY, STORE, LAG]'",
        "'--only=store,gate',           measured alone",
        "--faster,                    --faster"
    })
    void refusesWhatItCannotDoBeforeItStartsAnything(String argument, String expected) {
        var commandLine = Bench.commandLine(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));

        assertThat(commandLine.execute(argument)).isEqualTo(2);
        assertThat(said.toString()).containsIgnoringCase(expected);
    }
}
