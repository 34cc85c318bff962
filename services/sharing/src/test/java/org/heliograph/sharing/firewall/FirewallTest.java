package org.heliograph.sharing.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.Declassifier;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.SmallPolicy;
import org.junit.jupiter.api.Test;

class FirewallTest {

    @Test
    void holdsInTheDeployedPolicy() {
        Policy policy = PolicyCompiler.compile(Path.of("../../deploy/policy"));

        Proof proof = Firewall.prove(policy);

        assertThat(proof).as(proof.text()).isInstanceOf(Proof.Holds.class);
    }

    @Test
    void holdsWhereWalledPartiesExchangeAmongThemselves() {
        assertThat(Firewall.prove(walled().build()))
                .isEqualTo(new Proof.Holds(List.of("iom-protection", "xa-protection"), List.of()));
    }

    @Test
    void saysThatThereIsNothingToProve() {
        Proof proof = Firewall.prove(
                new SmallPolicy().party("xa", PartyKind.STATE, Lane.OPERATIONAL).build());

        assertThat(proof.text()).isEqualTo("The policy has no protection party.");
    }

    @Test
    void leaksToAReceiverOutside() {
        Proof proof = Firewall.prove(
                walled().receiver("protection.referral", "xb", Reception.NAMED).build());

        assertThat(proof)
                .isEqualTo(new Proof.Leaks(List.of(
                        "iom-protection",
                        "outbox.iom-protection with protection.referral",
                        "the gate to inbox.xb.referrals",
                        "xb")));
        assertThat(proof.text())
                .isEqualTo("The firewall leaks: iom-protection -> outbox.iom-protection with protection.referral"
                        + " -> the gate to inbox.xb.referrals -> xb");
    }

    @Test
    void doesNotLeakToAReceiverThatIsNotClearedOrNotInTheLane() {
        assertThat(Firewall.prove(walled().clearance("xb", Tlp.GREEN)
                        .receiver("protection.referral", "xb", Reception.NAMED)
                        .build()))
                .isInstanceOf(Proof.Holds.class);
        assertThat(Firewall.prove(walled().lanes("xb", Set.of(Lane.OPERATIONAL))
                        .receiver("protection.referral", "xb", Reception.NAMED)
                        .build()))
                .isInstanceOf(Proof.Holds.class);
    }

    @Test
    void leaksByAGrantWhetherItIsInForceOrNot() {
        Proof proof = Firewall.prove(
                walled().grant(grant("xb", "protection.referral")).build());

        assertThat(proof.text()).endsWith("-> the gate to inbox.xb.referrals by grant g-1 -> xb");
    }

    @Test
    void leaksWhereAWalledPartySendsAnOrdinaryEvent() {
        Proof proof = Firewall.prove(walled().event("alert.route", "alerts", Lane.OPERATIONAL, Tlp.GREEN)
                .publisher("alert.route", "xa-protection")
                .receiver("alert.route", "xb", Reception.COMMUNITY)
                .build());

        assertThat(proof)
                .isEqualTo(new Proof.Leaks(List.of(
                        "xa-protection",
                        "outbox.xa-protection with alert.route",
                        "the gate to inbox.xb.alerts",
                        "xb")));
    }

    @Test
    void leaksOnlyBehindASecondWalledParty() {
        Proof proof = Firewall.prove(new SmallPolicy()
                .party("iom-protection", PartyKind.PROTECTION, Lane.PROTECTION)
                .party("xa-protection", PartyKind.PROTECTION, Lane.PROTECTION)
                .system("xa-protection", "xb")
                .party("xb", PartyKind.STATE, Lane.OPERATIONAL)
                .event("protection.referral", "referrals", Lane.PROTECTION, Tlp.RED)
                .publisher("protection.referral", "iom-protection")
                .receiver("protection.referral", "xa-protection", Reception.NAMED)
                .build());

        assertThat(proof)
                .isEqualTo(new Proof.Leaks(List.of(
                        "iom-protection",
                        "outbox.iom-protection with protection.referral",
                        "the gate to inbox.xa-protection.referrals",
                        "xb")));
    }

    @Test
    void aSystemOfAWalledPartyIsBehindTheWallAndWritesNothing() {
        assertThat(Firewall.prove(walled().system("xa-protection", "casework").build()))
                .isInstanceOf(Proof.Holds.class);
    }

    @Test
    void leaksToASystemThatAnotherPartySharesWithAWalledOne() {
        Proof proof = Firewall.prove(walled().system("xa-protection", "shared")
                .system("xb", "shared")
                .build());

        assertThat(proof.text()).endsWith("-> shared, a system of xb");
    }

    @Test
    void crossesOnlyWhatIsListedForThatPartyEventAndReach() {
        SmallPolicy counted = walled().event("research.observation", "statistics", Lane.KNOWLEDGE, Tlp.GREEN)
                .lanes("xb", Set.of(Lane.KNOWLEDGE))
                .publisher("research.observation", "iom-protection")
                .receiver("research.observation", "xb", Reception.COMMUNITY);

        assertThat(Firewall.prove(counted.build())).isInstanceOf(Proof.Leaks.class);
        assertThat(Firewall.prove(
                        counted.declassifier(counts("xa-protection", "xb")).build()))
                .isInstanceOf(Proof.Leaks.class);
        assertThat(Firewall.prove(
                        counted.declassifier(counts("iom-protection", "xa")).build()))
                .isInstanceOf(Proof.Leaks.class);
        Proof proof = Firewall.prove(
                counted.declassifier(counts("iom-protection", "xb")).build());
        assertThat(proof)
                .isEqualTo(new Proof.Holds(
                        List.of("iom-protection", "xa-protection"),
                        List.of("counts: research.observation of iom-protection to [xb]")));
        assertThat(proof.text())
                .isEqualTo("The firewall holds around [iom-protection, xa-protection]; listed crossings: counts:"
                        + " research.observation of iom-protection to [xb]");
    }

    @Test
    void aDeclassifierOfAnotherSchemaThanItsKindHasLetsNothingThrough() {
        Declassifier wrong = new Declassifier(
                "wrong",
                new TreeSet<>(Set.of("iom-protection")),
                "protection.referral",
                new TreeSet<>(Set.of("xb")),
                Declassifier.Kind.STATUS,
                new TreeSet<>());

        assertThat(Firewall.prove(walled().receiver("protection.referral", "xb", Reception.NAMED)
                        .declassifier(wrong)
                        .build()))
                .isInstanceOf(Proof.Leaks.class);
    }

    @Test
    void leaksByThePublicTopicUnlessItIsListedForEverybody() {
        SmallPolicy open = walled().event("research.observation", "statistics", Lane.KNOWLEDGE, Tlp.CLEAR)
                .publisher("research.observation", "iom-protection");

        assertThat(Firewall.prove(open.build()))
                .isEqualTo(new Proof.Leaks(List.of(
                        "iom-protection",
                        "outbox.iom-protection with research.observation",
                        "the gate to public.research.observation",
                        "xb")));
        assertThat(Firewall.prove(
                        open.declassifier(counts("iom-protection", "public")).build()))
                .isInstanceOf(Proof.Holds.class);
    }

    private static SmallPolicy walled() {
        return new SmallPolicy()
                .party("iom-protection", PartyKind.PROTECTION, Lane.PROTECTION)
                .party("xa-protection", PartyKind.PROTECTION, Lane.PROTECTION)
                .party("xb", PartyKind.STATE, Lane.PROTECTION)
                .lanes("xb", Set.of(Lane.PROTECTION, Lane.OPERATIONAL))
                .event("protection.referral", "referrals", Lane.PROTECTION, Tlp.AMBER)
                .publisher("protection.referral", "iom-protection")
                .receiver("protection.referral", "iom-protection", Reception.NAMED)
                .receiver("protection.referral", "xa-protection", Reception.NAMED);
    }

    private static Declassifier counts(String from, String to) {
        return new Declassifier(
                "counts",
                new TreeSet<>(Set.of(from)),
                "research.observation",
                new TreeSet<>(Set.of(to)),
                Declassifier.Kind.SUPPRESSED_COUNT,
                new TreeSet<>(Set.of("gate")));
    }

    private static Grant grant(String party, String event) {
        return new Grant(
                "g-1",
                party,
                event,
                Optional.empty(),
                Purpose.PROTECTION_ASSISTANCE,
                "national law",
                Grant.ANY_CASE,
                "head-of-desk",
                Optional.of("legal-officer"),
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2020-02-01T00:00:00Z"));
    }
}
