package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heliograph.sharing.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class RecordJudgeFuzzTest {

    @Test
    void releasesAsTheOracleAndNeverCrashes() {
        Fuzzer.inputs(1_000).forEach(RecordJudgeFuzz::fuzzerTestOneInput);
    }

    @Test
    void findsAGateThatForgetsAnExclusion() {
        assertThatThrownBy(() -> Fuzzer.inputs(2_000).forEach(RecordJudgeFuzz.Forgetful::fuzzerTestOneInput))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("released to");
    }

    @Test
    void findsAGateThatTakesEverySignature() {
        assertThatThrownBy(() -> Fuzzer.inputs(2_000).forEach(RecordJudgeFuzz.Gullible::fuzzerTestOneInput))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("released to");
    }

    @Test
    @EnabledIfSystemProperty(named = Fuzzer.SECONDS, matches = "[1-9]\\d*")
    void findsNothingWithJazzer() {
        assertThat(Fuzzer.findingIn(RecordJudgeFuzz.class)).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = Fuzzer.SECONDS, matches = "[1-9]\\d*")
    void findsThePlantedBugsWithJazzer() {
        assertThat(Fuzzer.plantedIn(RecordJudgeFuzz.Forgetful.class)).contains("AssertionError: released to");
        assertThat(Fuzzer.plantedIn(RecordJudgeFuzz.Gullible.class)).contains("AssertionError: released to");
    }
}
