package org.heliograph.operations.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.Terms;
import org.junit.jupiter.api.Test;

/** What each principal may do at the broker. */
class AccessRightsTest {

    private static final ClusterProperties ONE_BROKER = new ClusterProperties(1, 1);

    private final Policy policy = PolicyCompiler.compile(Path.of("../../deploy/policy"));
    private final DesiredState state = DesiredState.of(policy, ONE_BROKER);

    @Test
    void givesASuspendedPartyItsSystemsAndClientsNothingAndKeepsTopicsQuotasAndTheGate() {
        SortedMap<String, Party> parties = new TreeMap<>(policy.parties());
        parties.computeIfPresent(
                "xa",
                (id, xa) -> new Party(
                        id,
                        xa.name(),
                        xa.role(),
                        xa.kind(),
                        xa.authority(),
                        xa.clearance(),
                        xa.lanes(),
                        xa.purposes(),
                        xa.systems(),
                        true));
        DesiredState suspended = DesiredState.of(with(parties), ONE_BROKER);

        assertThat(suspended.rights())
                .noneMatch(right -> Set.of("User:xa", "User:xa-fusion", "User:xa-coastguard")
                        .contains(right.entry().principal()));
        assertThat(suspended.topics()).isEqualTo(state.topics());
        assertThat(suspended.quotas()).isEqualTo(state.quotas());
        assertThat(state.rights())
                .filteredOn(right -> Set.of("User:gate", "User:xb", "User:xa-protection")
                        .contains(right.entry().principal()))
                .isSubsetOf(suspended.rights());
    }

    private Policy with(SortedMap<String, Party> parties) {
        return new Policy(
                        "",
                        policy.platform(),
                        parties,
                        policy.events(),
                        policy.grants(),
                        policy.declassifiers(),
                        policy.auditAccess(),
                        policy.schemas(),
                        policy.signingKeys())
                .with(policy.schemas(), policy.signingKeys());
    }

    @Test
    void givesAPartyItsOutboxItsInboxesAndItsReceipts() {
        assertThat(rightsOf("xb"))
                .containsExactlyInAnyOrderElementsOf(withPublicTopics(
                        "TOPIC LITERAL outbox.xb WRITE",
                        "TOPIC LITERAL outbox.xb READ",
                        "TOPIC LITERAL outbox.xb DESCRIBE",
                        "TOPIC LITERAL inbox.xb.receipts READ",
                        "TOPIC LITERAL inbox.xb.receipts DESCRIBE",
                        "TRANSACTIONAL_ID PREFIXED xb. WRITE",
                        "TRANSACTIONAL_ID PREFIXED xb. DESCRIBE",
                        "TOPIC LITERAL inbox.xb.alerts READ",
                        "TOPIC LITERAL inbox.xb.alerts DESCRIBE",
                        "TOPIC LITERAL inbox.xb.control READ",
                        "TOPIC LITERAL inbox.xb.control DESCRIBE",
                        "TOPIC LITERAL inbox.xb.cooperation READ",
                        "TOPIC LITERAL inbox.xb.cooperation DESCRIBE",
                        "TOPIC LITERAL inbox.xb.documents READ",
                        "TOPIC LITERAL inbox.xb.documents DESCRIBE",
                        "TOPIC LITERAL inbox.xb.incidents READ",
                        "TOPIC LITERAL inbox.xb.incidents DESCRIBE",
                        "TOPIC LITERAL inbox.xb.knowledge READ",
                        "TOPIC LITERAL inbox.xb.knowledge DESCRIBE",
                        "TOPIC LITERAL inbox.xb.maritime READ",
                        "TOPIC LITERAL inbox.xb.maritime DESCRIBE",
                        "TOPIC LITERAL inbox.xb.plans READ",
                        "TOPIC LITERAL inbox.xb.plans DESCRIBE",
                        "TOPIC LITERAL inbox.xb.statistics READ",
                        "TOPIC LITERAL inbox.xb.statistics DESCRIBE",
                        "GROUP PREFIXED xb. READ",
                        "GROUP PREFIXED xb. DESCRIBE"));
    }

    @Test
    void letsAFurtherSystemReadInboxesAndPublicTopicsAndNothingElse() {
        assertThat(rightsOf("xa-fusion"))
                .containsExactlyInAnyOrderElementsOf(withPublicTopics(
                        "TOPIC LITERAL inbox.xa.alerts READ",
                        "TOPIC LITERAL inbox.xa.alerts DESCRIBE",
                        "TOPIC LITERAL inbox.xa.control READ",
                        "TOPIC LITERAL inbox.xa.control DESCRIBE",
                        "TOPIC LITERAL inbox.xa.cooperation READ",
                        "TOPIC LITERAL inbox.xa.cooperation DESCRIBE",
                        "TOPIC LITERAL inbox.xa.documents READ",
                        "TOPIC LITERAL inbox.xa.documents DESCRIBE",
                        "TOPIC LITERAL inbox.xa.incidents READ",
                        "TOPIC LITERAL inbox.xa.incidents DESCRIBE",
                        "TOPIC LITERAL inbox.xa.knowledge READ",
                        "TOPIC LITERAL inbox.xa.knowledge DESCRIBE",
                        "TOPIC LITERAL inbox.xa.maritime READ",
                        "TOPIC LITERAL inbox.xa.maritime DESCRIBE",
                        "TOPIC LITERAL inbox.xa.plans READ",
                        "TOPIC LITERAL inbox.xa.plans DESCRIBE",
                        "TOPIC LITERAL inbox.xa.statistics READ",
                        "TOPIC LITERAL inbox.xa.statistics DESCRIBE",
                        "GROUP PREFIXED xa-fusion. READ",
                        "GROUP PREFIXED xa-fusion. DESCRIBE"));
    }

    @Test
    void letsAClientThatSendsNothingReadItsInboxAndPublicTopicsOnly() {
        assertThat(rightsOf("xa-coastguard"))
                .containsExactlyInAnyOrderElementsOf(withPublicTopics(
                        "TOPIC LITERAL inbox.xa-coastguard.alerts READ",
                        "TOPIC LITERAL inbox.xa-coastguard.alerts DESCRIBE",
                        "TOPIC LITERAL inbox.xa-coastguard.control READ",
                        "TOPIC LITERAL inbox.xa-coastguard.control DESCRIBE",
                        "TOPIC LITERAL inbox.xa-coastguard.maritime READ",
                        "TOPIC LITERAL inbox.xa-coastguard.maritime DESCRIBE",
                        "GROUP PREFIXED xa-coastguard. READ",
                        "GROUP PREFIXED xa-coastguard. DESCRIBE"));
    }

    @Test
    void givesAClientThatMaySendAnOutboxAndReceipts() {
        DesiredState widened = DesiredState.of(withPublisher("alert.route", "xa-coastguard"), ONE_BROKER);

        assertThat(widened.topics()).containsKeys("outbox.xa-coastguard", "inbox.xa-coastguard.receipts");
        assertThat(rightsOf(widened, "xa-coastguard"))
                .contains(
                        "TOPIC LITERAL outbox.xa-coastguard WRITE",
                        "TOPIC LITERAL inbox.xa-coastguard.receipts READ",
                        "TRANSACTIONAL_ID PREFIXED xa-coastguard. WRITE");
    }

    @Test
    void letsTheGateReadOutboxesAndWriteAllThatOthersRead() {
        SortedSet<String> gate = rightsOf("gate");

        for (String party : List.of("iom", "unodc", "xa", "xb")) {
            assertThat(gate)
                    .contains(
                            "TOPIC LITERAL outbox.%s READ".formatted(party),
                            "TOPIC LITERAL inbox.%s.alerts WRITE".formatted(party),
                            "TOPIC LITERAL inbox.%s.cooperation WRITE".formatted(party),
                            "TOPIC LITERAL inbox.%s.receipts WRITE".formatted(party))
                    .doesNotContain("TOPIC LITERAL outbox.%s WRITE".formatted(party));
        }
        assertThat(gate)
                .contains(
                        "TOPIC LITERAL inbox.xa-coastguard.alerts WRITE",
                        "TOPIC LITERAL audit.decisions WRITE",
                        "TOPIC LITERAL policy.head READ",
                        "TOPIC LITERAL policy.versions READ",
                        "TOPIC LITERAL policy.adopted WRITE",
                        "GROUP PREFIXED gate. READ",
                        "TRANSACTIONAL_ID PREFIXED gate. WRITE")
                .doesNotContain(
                        "TOPIC LITERAL policy.head WRITE",
                        "TOPIC LITERAL policy.changes WRITE",
                        "TOPIC LITERAL inbox.xa.alerts READ");
    }

    @Test
    void keepsOperationsBlind() {
        assertThat(rightsOf("operations"))
                .filteredOn(right -> right.matches(".*(READ|ALL)|GROUP.*"))
                .containsExactlyInAnyOrder(
                        "GROUP LITERAL * DESCRIBE",
                        "TOPIC LITERAL policy.adopted READ",
                        "TOPIC LITERAL policy.changes READ",
                        "TOPIC LITERAL policy.head READ",
                        "TOPIC LITERAL policy.versions READ");
    }

    @Test
    void letsTheAuditorReadTheAuditAlone() {
        assertThat(rightsOf("auditor"))
                .containsExactlyInAnyOrder(
                        "TOPIC LITERAL audit.decisions READ",
                        "TOPIC LITERAL audit.decisions DESCRIBE",
                        "GROUP PREFIXED auditor. READ",
                        "GROUP PREFIXED auditor. DESCRIBE");
    }

    @Test
    void letsOnlyTheGateAndOperationsWriteWhatSeveralRead() {
        assertThat(state.rights())
                .filteredOn(right -> right.entry().operation() == AclOperation.WRITE)
                .filteredOn(right -> right.pattern().resourceType() == ResourceType.TOPIC)
                .filteredOn(right -> !Set.of("User:gate", "User:operations")
                        .contains(right.entry().principal()))
                .allSatisfy(right -> assertThat("User:" + right.pattern().name().substring("outbox.".length()))
                        .isEqualTo(right.entry().principal()));
    }

    @Test
    void endsEveryPrefixWithADotAndNeverUsesOneForTopics() {
        assertThat(state.rights())
                .filteredOn(right -> right.pattern().patternType() == PatternType.PREFIXED)
                .isNotEmpty()
                .allSatisfy(right -> {
                    assertThat(right.pattern().name()).endsWith(".");
                    assertThat(right.pattern().resourceType()).isNotEqualTo(ResourceType.TOPIC);
                });
    }

    @Test
    void onlyAllows() {
        assertThat(state.rights())
                .allSatisfy(right -> assertThat(right.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW));
    }

    private static List<String> withPublicTopics(String... rights) {
        List<String> all = new ArrayList<>(List.of(rights));
        for (String event : List.of(
                "campaign.notice",
                "capacity.activity",
                "knowledge.legal-update",
                "knowledge.product",
                "prevention.strategy",
                "research.observation")) {
            all.add("TOPIC LITERAL public.%s READ".formatted(event));
            all.add("TOPIC LITERAL public.%s DESCRIBE".formatted(event));
        }
        return all;
    }

    private SortedSet<String> rightsOf(String principal) {
        return rightsOf(state, principal);
    }

    private static SortedSet<String> rightsOf(DesiredState state, String principal) {
        SortedSet<String> rights = new TreeSet<>();
        state.rights().stream()
                .filter(right -> right.entry().principal().equals("User:" + principal))
                .forEach(right -> rights.add("%s %s %s %s"
                        .formatted(
                                right.pattern().resourceType(),
                                right.pattern().patternType(),
                                right.pattern().name(),
                                right.entry().operation())));
        return rights;
    }

    private Policy withPublisher(String type, String party) {
        EventPolicy event = policy.event(type).orElseThrow();
        SortedSet<String> publishers = new TreeSet<>(event.publishers());
        publishers.add(party);
        SortedMap<String, EventPolicy> events = new TreeMap<>(policy.events());
        events.put(
                type,
                new EventPolicy(
                        type,
                        event.schema(),
                        event.family(),
                        event.lane(),
                        event.floor(),
                        event.defaultMarking(),
                        new Terms(event.all().access(), event.purposes(), publishers, event.receivers()),
                        event.accessFromAmber(),
                        event.variants(),
                        event.personalData(),
                        event.retention()));
        return new Policy(
                "",
                policy.platform(),
                policy.parties(),
                events,
                policy.grants(),
                policy.declassifiers(),
                policy.auditAccess(),
                policy.schemas(),
                policy.signingKeys());
    }
}
