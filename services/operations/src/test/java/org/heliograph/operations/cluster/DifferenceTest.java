package org.heliograph.operations.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.operations.cluster.ActualState.ActualTopic;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final AclBinding OWN = right("xa", "outbox.xa");
    private static final AclBinding FOREIGN = right("xb", "outbox.xa");
    private static final Map<String, String> CONFIGS = Map.of("cleanup.policy", "delete", "retention.ms", "1000");

    private static final SortedMap<String, SortedMap<String, Double>> LIMITS =
            new TreeMap<>(Map.of("xa", new TreeMap<>(Map.of(PartyQuotas.PUBLISH, 1000.0))));
    private static final Map<ClientQuotaEntity, Map<String, Double>> QUOTAS =
            Map.of(QuotaChanges.user("xa"), Map.of(PartyQuotas.PUBLISH, 1000.0));

    private final DesiredState desired = new DesiredState(
            new TreeMap<>(Map.of("outbox.xa", new DesiredTopic("outbox.xa", 6, CONFIGS))), Set.of(OWN), LIMITS);

    @Test
    void isEmptyWhereTheClusterIsAsItShouldBe() {
        assertThat(difference(new ActualTopic(6, CONFIGS), Set.of(OWN)))
                .isEqualTo(new Difference(List.of(), new TreeMap<>(), Set.of(), Set.of(), List.of(), List.of()));
    }

    @Test
    void startsFromNothing() {
        Difference difference = Difference.between(desired, new ActualState(Map.of(), Set.of(), Set.of(), Map.of()));

        assertThat(difference.missingTopics()).extracting(DesiredTopic::name).containsExactly("outbox.xa");
        assertThat(difference.missingRights()).containsExactly(OWN);
        assertThat(difference.changedConfigs()).isEmpty();
        assertThat(difference.excessRights()).isEmpty();
    }

    @Test
    void setsWhatDiffersAndRemovesSettingsThatThePolicyDoesNotKnow() {
        Difference difference = difference(
                new ActualTopic(
                        6,
                        Map.of(
                                "cleanup.policy",
                                "delete",
                                "retention.ms",
                                "-1",
                                "unclean.leader.election.enable",
                                "true")),
                Set.of(OWN));

        assertThat(difference.changedConfigs()).containsOnlyKeys("outbox.xa");
        assertThat(difference.changedConfigs().getOrDefault("outbox.xa", List.of()))
                .extracting(
                        AlterConfigOp::opType, change -> change.configEntry().name())
                .containsExactlyInAnyOrder(
                        tuple(AlterConfigOp.OpType.SET, "retention.ms"),
                        tuple(AlterConfigOp.OpType.DELETE, "unclean.leader.election.enable"));
    }

    @Test
    void takesAwayRightsThatThePolicyDoesNotCallFor() {
        Difference difference = difference(new ActualTopic(6, CONFIGS), Set.of(OWN, FOREIGN));

        assertThat(difference.excessRights()).containsExactly(FOREIGN);
        assertThat(difference.missingRights()).isEmpty();
    }

    @Test
    void setsQuotasThatDifferAndTakesAwayThoseThatThePolicyDoesNotCallFor() {
        Map<ClientQuotaEntity, Map<String, Double>> found = Map.of(
                QuotaChanges.user("xa"), Map.of(PartyQuotas.PUBLISH, 5000.0, PartyQuotas.READ, 7.0),
                QuotaChanges.user("stranger"), Map.of(PartyQuotas.READ, 1.0));

        assertThat(QuotaChanges.between(LIMITS, found))
                .extracting(ClientQuotaAlteration::entity, change -> Set.copyOf(change.ops()))
                .containsExactlyInAnyOrder(
                        tuple(
                                QuotaChanges.user("xa"),
                                Set.of(
                                        new ClientQuotaAlteration.Op(PartyQuotas.PUBLISH, 1000.0),
                                        new ClientQuotaAlteration.Op(PartyQuotas.READ, null))),
                        tuple(
                                QuotaChanges.user("stranger"),
                                Set.of(new ClientQuotaAlteration.Op(PartyQuotas.READ, null))));
        assertThat(QuotaChanges.between(LIMITS, QUOTAS)).isEmpty();
    }

    @Test
    void refusesToLiveWithAnotherNumberOfPartitions() {
        assertThatExceptionOfType(CannotApplyException.class)
                .isThrownBy(() ->
                        difference(new ActualTopic(12, CONFIGS), Set.of(OWN)).applicable())
                .withMessageContaining("outbox.xa has 12 partitions, the policy calls for 6");
    }

    private Difference difference(ActualTopic found, Set<AclBinding> rights) {
        return Difference.between(desired, new ActualState(Map.of("outbox.xa", found), Set.of(), rights, QUOTAS));
    }

    private static AclBinding right(String principal, String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:" + principal, "*", AclOperation.READ, AclPermissionType.ALLOW));
    }
}
