package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Source;
import org.heliograph.events.Tlp;
import org.junit.jupiter.api.Test;

class OriginsTest {

    @Test
    void givesTheStrictestMarkingAndTheUnionOfHandlingCodes() {
        List<Source> sources =
                List.of(source(Tlp.GREEN, HandlingCode.H3), source(Tlp.AMBER, HandlingCode.H1), source(Tlp.CLEAR));

        assertThat(Origins.marking(Tlp.GREEN, sources)).isEqualTo(Tlp.AMBER);
        assertThat(Origins.marking(Tlp.AMBER_STRICT, sources)).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(Origins.marking(Tlp.GREEN, List.of())).isEqualTo(Tlp.GREEN);
        assertThat(Origins.handlingCodes(Set.of(HandlingCode.H0), sources))
                .containsExactly(HandlingCode.H0, HandlingCode.H1, HandlingCode.H3);
        assertThat(Origins.handlingCodes(Set.of(), List.of())).isEmpty();
    }

    private static Source source(Tlp tlp, HandlingCode... codes) {
        return new Source(UUID.fromString("b2d7c0de-51aa-4a53-8d9e-3f7a1be5a702"), "xa", tlp, List.of(codes));
    }
}
