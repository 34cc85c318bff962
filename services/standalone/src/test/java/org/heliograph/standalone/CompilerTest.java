package org.heliograph.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class CompilerTest {

    @Test
    void isTheFittingOneUnlessAnotherIsNamed() {
        assertThat(Compiler.named(null, Compiler.FULL)).isEqualTo(Compiler.FULL);
        assertThat(Compiler.named("quick", Compiler.FULL)).isEqualTo(Compiler.QUICK);
        assertThat(Compiler.named("full", Compiler.QUICK)).isEqualTo(Compiler.FULL);
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> Compiler.named("Fast", Compiler.QUICK))
                .withMessage("heliograph.compiler: expected quick or full, not 'Fast'");
    }
}
