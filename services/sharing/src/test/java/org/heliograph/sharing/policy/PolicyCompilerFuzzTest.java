package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.heliograph.sharing.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class PolicyCompilerFuzzTest {

    @Test
    void compilesTheFilesInWhichNothingIsChanged() {
        PolicyCompilerFuzz.fuzzerTestOneInput(new byte[0]);

        assertThat(PolicyCompiler.compile(PolicyCompilerFuzz.FOLDER).grants()).hasSize(2);
    }

    @Test
    void endsWithAPolicyOrErrorsForTheSameInputsEachTime() {
        Fuzzer.inputs(32).forEach(PolicyCompilerFuzz::fuzzerTestOneInput);
    }

    @Test
    void findsACompilerThatTrustsAnInstant() {
        assertThatThrownBy(() -> Fuzzer.inputs(2_000).forEach(PolicyCompilerFuzz.Trusting::fuzzerTestOneInput))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void findsACompilerWhoseVersionsAreNotTheHashOfTheContent() {
        assertThatThrownBy(() -> Fuzzer.inputs(2_000).forEach(PolicyCompilerFuzz.Counting::fuzzerTestOneInput))
                .isInstanceOf(AssertionError.class)
                .hasMessage("two compilations give different versions");
    }

    @Test
    @EnabledIfSystemProperty(named = Fuzzer.SECONDS, matches = "[1-9]\\d*")
    void findsNothingWithJazzer() {
        assertThat(Fuzzer.findingIn(PolicyCompilerFuzz.class)).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = Fuzzer.SECONDS, matches = "[1-9]\\d*")
    void findsThePlantedBugWithJazzer() {
        assertThat(Fuzzer.plantedIn(PolicyCompilerFuzz.Trusting.class)).contains("DateTimeParseException");
    }
}
