package org.heliograph.operations.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredStateTest {

    private static final ClusterProperties ONE_BROKER = new ClusterProperties(1, 1);

    private final Policy policy = PolicyCompiler.compile(Path.of("../../deploy/policy"));
    private final DesiredState state = DesiredState.of(policy, ONE_BROKER);

    @Test
    void derivesEveryTopicFromPartiesAndFamilies() {
        Set<String> topics = new TreeSet<>(Set.of(
                "audit.decisions",
                "gate.redeliveries",
                "policy.adopted",
                "policy.changes",
                "policy.head",
                "policy.versions"));
        topics.addAll(policy.publicTopics());
        for (String party : policy.parties().keySet()) {
            policy.families(party).forEach(family -> topics.add("inbox." + party + "." + family));
        }
        for (String party : policy.senders()) {
            topics.addAll(Set.of("outbox." + party, "inbox." + party + ".receipts"));
        }

        assertThat(state.topics().keySet()).isEqualTo(topics);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "iom: alerts control cooperation documents incidents knowledge maritime plans statistics",
                "iom-field-east: alerts control cooperation documents incidents knowledge maritime plans",
                "iom-protection: protection",
                "unodc: alerts control cooperation documents incidents knowledge maritime plans statistics",
                "unodc-field-south: alerts control cooperation documents incidents knowledge maritime plans",
                "unodc-field-south-referrals: protection",
                "xa: alerts control cooperation documents incidents knowledge maritime plans statistics",
                "xa-coastguard: alerts control maritime",
                "xa-protection: protection",
                "xb: alerts control cooperation documents incidents knowledge maritime plans statistics",
                "xc: alerts control cooperation documents incidents knowledge maritime plans statistics",
                "research: control cooperation knowledge plans"
            })
    void givesAPartyAnInboxForEachFamilyThatItMayReceive(String party, String families) {
        assertThat(state.topics().keySet())
                .filteredOn(topic -> topic.startsWith("inbox." + party + ".") && !topic.endsWith(".receipts"))
                .containsExactlyInAnyOrder(
                        families.isBlank()
                                ? new String[0]
                                : Arrays.stream(families.strip().split(" "))
                                        .map(family -> "inbox." + party + "." + family)
                                        .toArray(String[]::new));
    }

    @Test
    void letsOperationsAlonePointAtWhatIsToBeDeliveredAgainAndTheGateAloneReadIt() {
        assertThat(state.rights())
                .filteredOn(right -> right.pattern().name().equals("gate.redeliveries"))
                .extracting(
                        right -> right.entry().principal(),
                        right -> right.entry().operation())
                .containsExactlyInAnyOrder(
                        tuple("User:operations", AclOperation.WRITE),
                        tuple("User:gate", AclOperation.READ),
                        tuple("User:gate", AclOperation.DESCRIBE));
    }

    @Test
    void givesEveryTopicThePartitionsOfThePlatformButThePolicyTopicsOne() {
        assertThat(topic("outbox.xa").partitions()).isEqualTo(6);
        assertThat(topic("inbox.xa.receipts").partitions()).isEqualTo(6);
        assertThat(topic("audit.decisions").partitions()).isEqualTo(6);
        assertThat(topic("gate.redeliveries").partitions()).isEqualTo(6);
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
