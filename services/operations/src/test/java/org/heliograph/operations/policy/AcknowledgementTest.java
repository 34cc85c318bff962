package org.heliograph.operations.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.heliograph.operations.policy.PolicyTopics.Adoption;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    private final Policy policy = PolicyCompiler.compile(Path.of("../../deploy/policy"));
    private final InForce head = new InForce(policy, NOW);

    @Test
    void isMissingOfAnInstanceThatLivesAndJudgesByAnotherVersion() {
        assertThat(Acknowledgement.missing(
                        Map.of(
                                "new", new Adoption(policy.version(), NOW),
                                "old", new Adoption("other", NOW.minusSeconds(29))),
                        head,
                        NOW))
                .containsExactly("old");
    }

    @Test
    void isNotAwaitedOfAnInstanceThatIsSilentForLongerThanATransactionLasts() {
        assertThat(Acknowledgement.missing(
                        Map.of("dead", new Adoption("other", NOW.minus(Acknowledgement.SILENCE))), head, NOW))
                .isEmpty();
    }
}
