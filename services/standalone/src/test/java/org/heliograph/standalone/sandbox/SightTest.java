package org.heliograph.standalone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SightTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void keepsTheOrderInWhichEventsWereHandled() {
        Sight sight = Sight.of(read("""
                {"instance": "a", "group": "xb.kit", "schemas": [3, 1003], "error": "broker: away",
                 "handled": [{"key": "iom/2", "times": 1}, {"key": "iom/1", "times": 3}],
                 "recalled": [{"key": "iom/2", "times": 1}]}"""));

        assertThat(sight.handled().keySet()).containsExactly("iom/2", "iom/1");
        assertThat(sight.handled()).containsEntry("iom/1", 3);
        assertThat(sight.recalled()).containsEntry("iom/2", 1);
        assertThat(sight.group()).isEqualTo("xb.kit");
    }

    @Test
    void saysWhatIsMissingInAnAnswer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sight.of(read("{\"instance\": \"a\", \"group\": \"xb.kit\", \"handled\": []}")))
                .withMessageContaining("it says no 'recalled', expected a list of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sight.of(read("{\"instance\": \"a\", \"handled\": []}")))
                .withMessageContaining("it says no 'group', expected a text");
    }

    private static JsonNode read(String json) {
        return JSON.readTree(json);
    }
}
