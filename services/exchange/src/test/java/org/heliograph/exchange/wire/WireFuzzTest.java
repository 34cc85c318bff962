package org.heliograph.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.heliograph.sharing.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class WireFuzzTest {

    @Test
    void endsWithAValueOrOurOwnExceptionInBoundedMemory() {
        Fuzzer.inputs(2_000).forEach(WireFuzz::fuzzerTestOneInput);
    }

    @Test
    void findsADecoderThatTrustsALength() {
        assertThatThrownBy(() -> Fuzzer.inputs(20_000).forEach(WireFuzz.Trusting::fuzzerTestOneInput))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("bytes of memory for");
    }

    @Test
    void findsADecoderThatLetsThroughWhatAvroThrows() {
        assertThatThrownBy(() -> Fuzzer.inputs(2_000).forEach(WireFuzz.Leaking::fuzzerTestOneInput))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(WireException.class);
    }

    @Test
    @EnabledIfSystemProperty(named = Fuzzer.SECONDS, matches = "[1-9]\\d*")
    void findsNothingWithJazzer() {
        assertThat(Fuzzer.findingIn(WireFuzz.class)).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = Fuzzer.SECONDS, matches = "[1-9]\\d*")
    void findsThePlantedBugsWithJazzer() {
        assertThat(Fuzzer.plantedIn(WireFuzz.Trusting.class)).contains("bytes of memory for");
        assertThat(Fuzzer.plantedIn(WireFuzz.Leaking.class))
                .contains("at org.apache.avro.")
                .doesNotContain("AssertionError");
    }
}
