package org.heliograph.desk.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heliograph.events.Tlp.AMBER;
import static org.heliograph.events.Tlp.AMBER_STRICT;
import static org.heliograph.events.Tlp.CLEAR;
import static org.heliograph.events.Tlp.GREEN;
import static org.heliograph.events.Tlp.RED;

import java.util.List;
import java.util.stream.Stream;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.events.Distribution;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HandlingRulesTest {

    private static final Distribution NOBODY = new Distribution(List.of(), List.of());
    private static final Distribution TO_XA = new Distribution(List.of("xa"), List.of());
    private static final Distribution NOT_TO_XA = new Distribution(List.of(), List.of("xa"));

    static Stream<Arguments> markings() {
        return Stream.of(
                Arguments.of(CLEAR, CLEAR, NOBODY, List.of()),
                Arguments.of(CLEAR, CLEAR, TO_XA, List.of("releasableTo")),
                Arguments.of(CLEAR, CLEAR, NOT_TO_XA, List.of("notReleasableTo")),
                Arguments.of(CLEAR, GREEN, NOBODY, List.of()),
                Arguments.of(GREEN, CLEAR, NOBODY, List.of("tlp")),
                Arguments.of(GREEN, GREEN, NOT_TO_XA, List.of()),
                Arguments.of(GREEN, AMBER, NOBODY, List.of("releasableTo")),
                Arguments.of(GREEN, AMBER_STRICT, NOT_TO_XA, List.of("releasableTo")),
                Arguments.of(AMBER, AMBER, TO_XA, List.of()),
                Arguments.of(AMBER, AMBER_STRICT, TO_XA, List.of()),
                Arguments.of(AMBER, GREEN, TO_XA, List.of("tlp")),
                Arguments.of(CLEAR, RED, TO_XA, List.of("tlp")));
    }

    @ParameterizedTest
    @MethodSource("markings")
    void nameTheFieldThatIsAgainstTheMarking(Tlp floor, Tlp marking, Distribution distribution, List<String> fields) {
        assertThat(HandlingRules.broken(floor, handling(marking, List.of(), null), distribution))
                .extracting(FieldError::field)
                .containsExactlyElementsOf(fields);
    }

    @Test
    void sayThatRedNeedsSealing() {
        assertThat(HandlingRules.broken(CLEAR, handling(RED, List.of(), null), TO_XA))
                .extracting(FieldError::problem)
                .containsExactly("RED needs sealing, which is not there yet (R3)");
    }

    @Test
    void wantANoteWithH3AndEachCodeOnce() {
        List<HandlingCode> twice = List.of(HandlingCode.H3, HandlingCode.H3);

        assertThat(HandlingRules.broken(GREEN, handling(GREEN, twice, null), NOBODY))
                .extracting(FieldError::field)
                .containsExactly("handlingNote", "handlingCodes");
        assertThat(HandlingRules.broken(GREEN, handling(GREEN, List.of(HandlingCode.H3), "Ask first"), NOBODY))
                .isEmpty();
        assertThat(HandlingRules.broken(GREEN, handling(GREEN, List.of(HandlingCode.H1), null), NOBODY))
                .isEmpty();
    }

    private static Handling handling(Tlp marking, List<HandlingCode> codes, @Nullable String note) {
        return new Handling(marking, codes, note, List.of(Purpose.STRATEGIC_ANALYSIS), null, false);
    }
}
