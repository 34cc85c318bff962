package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    @ParameterizedTest
    @CsvSource({
        "PR, PR",
        "RP, PR",
        "P A, PA",
        "P own A, P own A",
        "P legal R, P legal R",
        "A caseload, A caseload",
        "M A, AM",
        "own, own",
        "P D, PD",
        "-, -"
    })
    void isWrittenTheSameWayHoweverItWasRead(String read, String written) {
        assertThat(Access.of(read).text()).isEqualTo(written);
        assertThat(Access.of(written)).isEqualTo(Access.of(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "X",
                "PP",
                "P P",
                "pr",
                "own own",
                "legal",
                "R legal",
                "P caseload",
                "P own own own",
                "--",
                "P -"
            })
    void takesNothingElseForAccess(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Access.of(text)).withMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({"P own, P, OWN", "P own A, A,", "P legal R, P, LEGAL"})
    void knowsTheQualifierOfALetter(String text, Letter letter, Qualifier qualifier) {
        assertThat(Access.of(text).has(letter)).isTrue();
        assertThat(Access.of(text).qualifier(letter).orElse(null)).isEqualTo(qualifier);
    }
}
