package org.heliograph.operations.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Objects;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

class DesiredStateTest {

    private static final ClusterProperties ONE_BROKER = new ClusterProperties(1, 1);

    private final Policy policy = PolicyCompiler.compile(Path.of("../../deploy/policy"));
    private final DesiredState state = DesiredState.of(policy, ONE_BROKER);

    @Test
    void derivesEveryTopicFromPartiesAndFamilies() {
        assertThat(state.topics().keySet())
                .containsExactlyInAnyOrder(
                        "outbox.iom",
                        "outbox.unodc",
                        "outbox.xa",
                        "outbox.xb",
                        "inbox.iom.alerts",
                        "inbox.iom.cooperation",
                        "inbox.iom.incidents",
                        "inbox.iom.receipts",
                        "inbox.iom.statistics",
                        "inbox.unodc.alerts",
                        "inbox.unodc.cooperation",
                        "inbox.unodc.incidents",
                        "inbox.unodc.receipts",
                        "inbox.unodc.statistics",
                        "inbox.xa.alerts",
                        "inbox.xa.cooperation",
                        "inbox.xa.incidents",
                        "inbox.xa.receipts",
                        "inbox.xa.statistics",
                        "inbox.xb.alerts",
                        "inbox.xb.cooperation",
                        "inbox.xb.incidents",
                        "inbox.xb.receipts",
                        "inbox.xb.statistics",
                        "inbox.xa-coastguard.alerts",
                        "public.research.observation",
                        "audit.decisions",
                        "policy.adopted",
                        "policy.changes",
                        "policy.head",
                        "policy.versions");
    }

    @Test
    void givesEveryTopicThePartitionsOfThePlatformButThePolicyTopicsOne() {
        assertThat(topic("outbox.xa").partitions()).isEqualTo(6);
        assertThat(topic("inbox.xa.receipts").partitions()).isEqualTo(6);
        assertThat(topic("audit.decisions").partitions()).isEqualTo(6);
        assertThat(topic("policy.head").partitions()).isEqualTo(1);
        assertThat(topic("policy.versions").partitions()).isEqualTo(1);
        assertThat(topic("policy.changes").partitions()).isEqualTo(1);
        assertThat(topic("policy.adopted").partitions()).isEqualTo(1);
    }

    @Test
    void datesRecordsByTheBrokerInEveryTopic() {
        assertThat(state.topics().values())
                .allSatisfy(
                        topic -> assertThat(topic.configs()).containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void keepsOutboxesReceiptsAndAuditAsLongAsThePlatformSays() {
        assertThat(topic("outbox.xa").configs())
                .contains(entry("cleanup.policy", "delete"), entry("retention.ms", days(7)));
        assertThat(topic("inbox.xa.receipts").configs())
                .contains(entry("cleanup.policy", "delete"), entry("retention.ms", days(730)));
        assertThat(topic("audit.decisions").configs())
                .contains(entry("cleanup.policy", "delete"), entry("retention.ms", days(2555)));
    }

    @Test
    void compactsInboxesSoThatARecalledEventGoesInTime() {
        assertThat(topic("inbox.xb.alerts").configs())
                .contains(
                        entry("cleanup.policy", "compact,delete"),
                        entry("retention.ms", days(90)),
                        entry("max.compaction.lag.ms", "21600000"),
                        entry("min.cleanable.dirty.ratio", "0.1"));
    }

    @Test
    void keepsPolicyVersionsForEver() {
        assertThat(topic("policy.versions").configs())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void takesTheReplicasThatMustHaveARecordFromTheClusterSettings() {
        DesiredState safe = DesiredState.of(policy, new ClusterProperties(3, 2));

        assertThat(safe.topics().values())
                .allSatisfy(topic -> assertThat(topic.configs()).containsEntry("min.insync.replicas", "2"));
    }

    private DesiredTopic topic(String name) {
        return Objects.requireNonNull(state.topics().get(name));
    }

    private static String days(int days) {
        return Long.toString(days * 86_400_000L);
    }
}
