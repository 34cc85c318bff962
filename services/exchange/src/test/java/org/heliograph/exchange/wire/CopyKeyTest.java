package org.heliograph.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyKeyTest {

    private static final UUID ID = UUID.fromString("6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801");

    @Test
    void keepsTheSameIdOfTwoOriginatorsApart() {
        assertThat(new CopyKey("xa", ID).text()).isEqualTo("xa/6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801");
        assertThat(new CopyKey("xb", ID).text()).isNotEqualTo(new CopyKey("xa", ID).text());
    }

    @Test
    void readsWhatItWrites() {
        assertThat(CopyKey.parse(new CopyKey("iom-field-east", ID).text())).contains(new CopyKey("iom-field-east", ID));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "xa", "xa/", "/6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801", "xa/not-an-id", "xa/b/c"})
    void isEmptyForWhatIsNoKeyOfACopy(String text) {
        assertThat(CopyKey.parse(text)).isEmpty();
    }
}
