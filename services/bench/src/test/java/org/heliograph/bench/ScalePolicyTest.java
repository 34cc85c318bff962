package org.heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalePolicyTest {

    private static final Path DEPLOYED = Path.of("../../deploy/policy");
    private static final ScalePolicy SMALL = new ScalePolicy(4, 6);

    @TempDir
    private Path folder;

    @Test
    void isAPolicyInWhichEveryStateReceivesEachEventAndEveryOtherOnePublishesIt() throws IOException {
        Policy policy = PolicyCompiler.compile(SMALL.write(folder, DEPLOYED));

        assertThat(policy.parties()).hasSize(4);
        assertThat(policy.events()).hasSize(6).allSatisfy((type, event) -> {
            assertThat(event.receivers()).hasSize(4);
            assertThat(event.publishers()).hasSizeBetween(1, 2);
        });
    }

    @Test
    void isNarrowedForTwoStates() throws IOException {
        Policy policy = PolicyCompiler.compile(SMALL.writeNarrowed(folder, DEPLOYED));

        assertThat(policy.event("scale.event-1").orElseThrow().receivers()).doesNotContainKey("state-1");
        assertThat(clearance(policy, "state-2")).isEqualTo(Tlp.AMBER);
        assertThat(clearance(policy, "state-4")).isEqualTo(Tlp.AMBER_STRICT);
    }

    private static Tlp clearance(Policy policy, String party) {
        return Objects.requireNonNull(policy.parties().get(party)).clearance();
    }
}
