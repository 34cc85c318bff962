package org.heliograph.operations.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.kafka.common.acl.AclOperation;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

class PublicTopicsTest {

    private final DesiredState state =
            DesiredState.of(PolicyCompiler.compile(Path.of("../../deploy/policy")), new ClusterProperties(1, 1));

    @Test
    void keepsTheLastOfEachPublicCaseForEverAndDropsWhatItReplaced() {
        assertThat(topic().partitions()).isEqualTo(6);
        assertThat(topic().configs())
                .contains(
                        entry("cleanup.policy", "compact"),
                        entry("max.compaction.lag.ms", "21600000"),
                        entry("min.cleanable.dirty.ratio", "0.1"))
                .doesNotContainKey("retention.ms");
    }

    @Test
    void letsEveryPrincipalOfAPartyReadWhatIsPublicAndTheGateAloneWriteIt() {
        assertThat(state.rights())
                .filteredOn(right -> right.pattern().name().equals("public.research.observation"))
                .filteredOn(right -> right.entry().operation() != AclOperation.DESCRIBE)
                .extracting(
                        right -> right.entry().principal() + " " + right.entry().operation())
                .containsExactlyInAnyOrder(
                        "User:gate WRITE",
                        "User:iom READ",
                        "User:iom-field-east READ",
                        "User:iom-protection READ",
                        "User:unodc READ",
                        "User:unodc-field-south READ",
                        "User:unodc-field-south-referrals READ",
                        "User:xa READ",
                        "User:xa-coastguard READ",
                        "User:xa-protection READ",
                        "User:xb READ",
                        "User:xc READ",
                        "User:research READ",
                        "User:xa-fusion READ");
    }

    private DesiredTopic topic() {
        return Objects.requireNonNull(state.topics().get("public.research.observation"));
    }
}
