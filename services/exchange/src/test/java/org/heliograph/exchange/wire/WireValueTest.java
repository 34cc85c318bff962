package org.heliograph.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class WireValueTest {

    @Test
    void splitsWhatItJoined() {
        byte[] binary = {1, 2, 3};

        WireValue value = WireValue.split(WireValue.join(0x01020304, binary));

        assertThat(value.schemaId()).isEqualTo(0x01020304);
        assertThat(value.binary()).isEqualTo(binary);
        assertThat(value.binaryLength()).isEqualTo(3);
    }

    @Test
    void writesMagicAndIdInNetworkOrder() {
        assertThat(WireValue.join(258, new byte[] {9})).containsExactly(0, 0, 0, 1, 2, 9);
    }

    @Test
    void readsABufferWithoutMovingIt() {
        ByteBuffer buffer = ByteBuffer.wrap(WireValue.join(7, new byte[] {1}));

        assertThat(WireValue.split(buffer).schemaId()).isEqualTo(7);
        assertThat(buffer.remaining()).isEqualTo(6);
    }

    @Test
    void refusesShortValuesAndOtherFormats() {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> WireValue.split(new byte[4]));
        assertThatExceptionOfType(MalformedValueException.class)
                .isThrownBy(() -> WireValue.split(new byte[] {1, 0, 0, 0, 1, 0}));
    }
}
