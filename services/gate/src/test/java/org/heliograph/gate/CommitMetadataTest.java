package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitMetadataTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void readsBackWhatItWrote() {
        PartitionState state = new PartitionState(Long.MAX_VALUE, 42, HASH);

        assertThat(CommitMetadata.read(CommitMetadata.write(state))).isEqualTo(state);
        assertThat(CommitMetadata.write(state)).hasSizeLessThan(200);
    }

    @Test
    void readsAStateWhoseRecordsHadNoReadableNumber() {
        PartitionState state = new PartitionState(0, 3, HASH);

        assertThat(CommitMetadata.read(CommitMetadata.write(state))).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NO_METADATA",
                "heliograph-gate-2;1;1;" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "heliograph-gate-1;1;1;0123",
                "heliograph-gate-1;-1;1;" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "heliograph-gate-1;1;0;" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "heliograph-gate-1;01;1;" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "heliograph-gate-1;9999999999999999999;1;"
                        + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "heliograph-gate-1;1;1;" + "0000000000000000000000000000000000000000000000000000000000000000",
                "heliograph-gate-1;1;1;" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" + "\n"
            })
    void doesNotGuessWhatAnotherWrote(String metadata) {
        assertThatExceptionOfType(UnreadableMetadataException.class).isThrownBy(() -> CommitMetadata.read(metadata));
    }
}
