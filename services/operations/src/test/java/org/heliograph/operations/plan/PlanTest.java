package org.heliograph.operations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.operations.cluster.ClusterProperties;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.SigningKey;
import org.junit.jupiter.api.Test;

/** Which changes give something to somebody, of the deployed policy. */
class PlanTest {

    private static final ClusterProperties ONE_BROKER = new ClusterProperties(1, 1);

    private final Policy base = PolicyCompiler.compile(PolicyFiles.DEPLOYED);
    private final PolicyFiles files = PolicyFiles.ofBuild();

    @Test
    void ofTheSameFilesIsEmpty() {
        Plan plan = plan();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.widens()).isFalse();
        assertThat(plan.access()).isEmpty();
    }

    @Test
    void widensForWhoeverMayReceiveMore() {
        files.replace("parties.yaml", "    authority: xa\n", "    authority: xa\n    clearance: GREEN\n");
        Policy narrower = compiled();

        Plan plan = Plan.between(narrower, base, ONE_BROKER);

        assertThat(plan.widens()).isTrue();
        assertThat(plan.changes())
                .containsExactly(new Change(
                        Change.Kind.CHANGED, List.of("parties", "xa-coastguard", "clearance"), "GREEN", "AMBER"));
        assertThat(plan.access()).singleElement().satisfies(access -> {
            assertThat(access.party()).isEqualTo("xa-coastguard");
            assertThat(access.widened()).contains("receives alert.route also at AMBER");
            assertThat(access.narrowed()).isEmpty();
        });
    }

    @Test
    void narrowsForWhoeverLosesAnEvent() {
        files.withholdRouteAlertsFrom("client");

        Plan plan = plan();

        assertThat(plan.widens()).isFalse();
        assertThat(plan.access())
                .containsExactly(
                        new PartyAccess("xa-coastguard", List.of(), List.of("no longer receives alert.route")));
        assertThat(plan.cluster().rightsGranted()).isEmpty();
    }

    @Test
    void takesAllFromAPartyThatLeavesAndKeepsItsTopicsUntilTheyAreEmpty() {
        files.replace("parties.yaml", "  xc:\n    name: Liaison office of State XC\n    role: receiving-state\n", "");

        Plan plan = plan();

        assertThat(plan.widens()).isFalse();
        assertThat(plan.cluster().topicsLeft()).contains("inbox.xc.alerts", "outbox.xc", "inbox.xc.receipts");
        assertThat(plan.cluster().rightsRevoked()).containsOnlyKeys("gate", "xc");
        assertThat(plan.cluster().rightsGranted()).isEmpty();
    }

    @Test
    void widensForOneVariantOfAnEventAlone() {
        files.replace(
                "events.yaml",
                "          iom-hq: PA\n          iom-field: A\n",
                "          iom-hq: PA\n          iom-field: PA\n");

        assertThat(plan().access())
                .containsExactly(
                        new PartyAccess("iom-field-east", List.of("may publish coop.request research"), List.of()));
    }

    @Test
    void widensForWhoeverMayPublishNotOnlyAboutWhatIsItsOwn() {
        files.replace("events.yaml", "      state: P own R\n", "      state: PR\n");
        Policy wider = compiled();

        assertThat(plan().access())
                .containsExactly(new PartyAccess(
                        "xa", List.of("may publish prevention.strategy also about what is not its own"), List.of()));
        assertThat(Plan.between(wider, base, ONE_BROKER).widens()).isFalse();
        assertThat(Plan.between(wider, base, ONE_BROKER).access())
                .containsExactly(new PartyAccess(
                        "xa", List.of(), List.of("may publish prevention.strategy only about what is its own")));
    }

    @Test
    void widensForWhoeverMayLookMoreUp() {
        files.replace("events.yaml", "          unodc-hq: M\n", "          unodc-hq: M\n          unodc-field: M\n");

        assertThat(plan().access())
                .contains(new PartyAccess(
                        "unodc-field-south",
                        List.of(
                                "may see its rows of coop.event vessel, without their content",
                                "may see its rows of coop.request assistance, without their content",
                                "may see its rows of coop.request identity, without their content",
                                "may see its rows of coop.request investigation, without their content",
                                "may see its rows of coop.request vessel, without their content"),
                        List.of()));
    }

    @Test
    void widensByAGrantAndByAnythingThatIsChangedInIt() {
        String grant = """
                grants:
                  g-1:
                    party: iom
                    event: coop.request
                    variant: identity
                    purpose: RETURN_REINTEGRATION
                    legalBasis: Article 18
                    caseReference: any
                    requestedBy: head of operations
                    approvedBy: head of legal affairs
                    from: 2026-12-01T00:00:00Z
                    until: 2026-12-31T00:00:00Z
                """;
        files.replace("grants.yaml", "grants: {}\n", grant);
        Plan given = plan();
        Policy before = compiled();
        files.replace("grants.yaml", "until: 2026-12-31", "until: 2027-01-31");

        assertThat(given.widens()).isTrue();
        assertThat(given.access())
                .singleElement()
                .satisfies(access -> assertThat(access.party()).isEqualTo("iom"));
        assertThat(Plan.between(before, compiled(), ONE_BROKER).widens()).isTrue();
        assertThat(Plan.between(before, base, ONE_BROKER).widens()).isFalse();
    }

    @Test
    void widensForAReaderAndAPublisherAndAKey() {
        files.replace("parties.yaml", "systems: [xa-fusion]", "systems: [xa-fusion, xa-archive]");

        assertThat(plan().access())
                .containsExactly(
                        new PartyAccess("xa", List.of("its system xa-archive may read its inboxes"), List.of()));
        assertThat(plan().widens()).isTrue();
        Policy rekeyed = base.with(Map.of(), List.of(new SigningKey("xa", "xa-1", "{\"x\":\"1\"}", Optional.empty())));
        assertThat(Plan.between(base, rekeyed, ONE_BROKER).widens()).isTrue();
        Policy replaced = base.with(Map.of(), List.of(new SigningKey("xa", "xa-1", "{\"x\":\"2\"}", Optional.empty())));
        assertThat(Plan.between(rekeyed, replaced, ONE_BROKER).widens())
                .as("another key under the same id")
                .isTrue();
        assertThat(Plan.between(rekeyed, base, ONE_BROKER).widens()).isFalse();
    }

    @Test
    void narrowsForASuspendedPartyAndItsClientsAndWidensForAResumedOne() {
        files.replace("parties.yaml", "    systems: [xa-fusion]\n", "    systems: [xa-fusion]\n    suspended: true\n");
        Policy suspended = PolicyCompiler.compile(files.folder());

        Plan plan = plan();
        Plan back = Plan.between(suspended, base, ONE_BROKER);

        assertThat(plan.widens()).isFalse();
        assertThat(plan.changes())
                .containsExactly(new Change(Change.Kind.ADDED, List.of("parties", "xa", "suspended"), null, "true"));
        assertThat(plan.access()).extracting(PartyAccess::party).containsExactly("xa", "xa-coastguard");
        assertThat(plan.access())
                .allSatisfy(
                        access -> assertThat(access.narrowed()).contains("is suspended: sends and receives nothing"));
        assertThat(plan.cluster().rightsRevoked()).containsKeys("xa", "xa-fusion", "xa-coastguard");
        assertThat(plan.cluster().topicsLeft()).isEmpty();
        assertThat(plan.cluster().quotas()).isEmpty();
        assertThat(back.widens()).isTrue();
        assertThat(back.access())
                .allSatisfy(access -> assertThat(access.widened()).contains("is suspended no longer"));
    }

    @Test
    void widensForAPartyThatIsSuspendedAndGivenMoreAtOnce() {
        files.replace(
                "parties.yaml", "systems: [xa-fusion]\n", "systems: [xa-fusion, xa-archive]\n    suspended: true\n");

        assertThat(plan().widens()).isTrue();
    }

    @Test
    void narrowsWhereAKeyIsGivenAnEndAndWidensWhereTheEndIsPutOff() {
        Instant end = Instant.parse("2026-03-08T09:00:00Z");
        Policy endless = withKey(Optional.empty());
        Policy ending = withKey(Optional.of(end));
        Policy later = withKey(Optional.of(end.plusSeconds(1)));

        assertThat(Plan.between(endless, ending, ONE_BROKER).access())
                .singleElement()
                .satisfies(access -> {
                    assertThat(access.widened()).isEmpty();
                    assertThat(access.narrowed())
                            .singleElement()
                            .asString()
                            .contains("the key xa-1 ", "signs until 2026-03-08T09:00:00Z, was without end");
                });
        assertThat(Plan.between(later, ending, ONE_BROKER).widens()).isFalse();
        assertThat(Plan.between(ending, later, ONE_BROKER).widens()).isTrue();
        assertThat(Plan.between(ending, endless, ONE_BROKER).widens()).isTrue();
    }

    private Policy withKey(Optional<Instant> until) {
        return base.with(Map.of(), List.of(new SigningKey("xa", "xa-1", "{\"x\":\"1\"}", until)));
    }

    @Test
    void takesWhatItDoesNotKnowForWidening() {
        files.replace("platform.yaml", "  auditor: auditor", "  auditor: inspector");

        Plan plan = plan();

        assertThat(plan.widens()).isTrue();
        assertThat(plan.access())
                .containsExactly(new PartyAccess(
                        PartyAccess.PLATFORM,
                        List.of("platform.principals.auditor becomes inspector, was auditor"),
                        List.of()));
    }

    @Test
    void ofQuotasNeedsNoSecondOperator() {
        files.replace("platform.yaml", "requests: 200", "requests: 300");

        Plan plan = plan();

        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.widens()).isFalse();
        assertThat(plan.cluster().quotas()).contains("xa: request_percentage=300");
    }

    @Test
    void hasAnIdOfItsBaseAndItsContent() {
        files.replace("platform.yaml", "requests: 200", "requests: 300");
        Plan first = plan();
        Policy between = compiled();
        files.replace("platform.yaml", "requests: 300", "requests: 400");

        assertThat(plan().id()).hasSize(12).isEqualTo(plan().id()).isNotEqualTo(first.id());
        assertThat(Plan.between(between, compiled(), ONE_BROKER).id()).isNotEqualTo(plan().id());
    }

    private Plan plan() {
        return Plan.between(base, compiled(), ONE_BROKER);
    }

    private Policy compiled() {
        return PolicyCompiler.compile(files.folder());
    }
}
