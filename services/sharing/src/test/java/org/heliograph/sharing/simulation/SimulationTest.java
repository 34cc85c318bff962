package org.heliograph.sharing.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Outcome;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Redelivery;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.Audited;
import org.heliograph.sharing.Offer;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.SmallPolicy;
import org.heliograph.sharing.simulation.SimulationReport.NotReplayed;
import org.heliograph.sharing.simulation.SimulationReport.OutcomeChange;
import org.heliograph.sharing.simulation.SimulationReport.PartyChange;
import org.heliograph.sharing.simulation.SimulationReport.RuleChange;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final Instant AT = Instant.parse("2026-03-31T00:00:00Z");
    private static final String ROUTE = "alert.route";
    private static final String NETWORK = "alert.network";

    private final Policy inForce = policy().build();

    /** All may send both; B and C receive what is not addressed. */
    private static SmallPolicy policy() {
        SmallPolicy policy = new SmallPolicy();
        List.of("a", "b", "c").forEach(party -> policy.party(party, PartyKind.STATE, Lane.OPERATIONAL));
        for (String event : List.of(ROUTE, NETWORK)) {
            policy.event(event, "alerts", Lane.OPERATIONAL, Tlp.GREEN).publisher(event, "a");
            List.of("b", "c").forEach(party -> policy.receiver(event, party, Reception.COMMUNITY));
        }
        return policy;
    }

    private static Policy narrower() {
        return policy().clearance("c", Tlp.CLEAR).build();
    }

    @Test
    void findsNothingWhereNothingChanges() {
        SimulationReport report = simulate(inForce, green(ROUTE), green(NETWORK), amberForNobody(ROUTE));

        assertThat(report)
                .isEqualTo(new SimulationReport(
                        3, 3, new NotReplayed(0, new TreeMap<>(), 0), 0, 0, 0, List.of(), List.of(), List.of()));
    }

    @Test
    void leavesOutWhatWasJudgedAgainForOneParty() {
        AuditDecision again = AuditDecision.newBuilder(green(ROUTE))
                .setRedelivery(new Redelivery("command", "outbox.a", 0, 0L, "c", "operator", "a restore", 1))
                .build();

        assertThat(simulate(narrower(), green(ROUTE), again).read()).isOne();
        assertThat(simulate(narrower(), again)).isEqualTo(simulate(narrower()));
    }

    @Test
    void tellsWhoLosesWhatAndByWhichRule() {
        SimulationReport report = simulate(narrower(), green(ROUTE), green(ROUTE), green(NETWORK));

        assertThat(report.changed()).isEqualTo(3);
        assertThat(report.parties())
                .containsExactly(new PartyChange("c", NETWORK, 0, 1), new PartyChange("c", ROUTE, 0, 2));
        assertThat(report.rules()).containsExactly(new RuleChange("released by R2", "withheld by R2", 3));
        assertThat(report.outcomes()).isEmpty();
    }

    @Test
    void tellsWhoGains() {
        Policy wide = policy().party("d", PartyKind.STATE, Lane.OPERATIONAL)
                .receiver(ROUTE, "d", Reception.COMMUNITY)
                .build();

        SimulationReport report = simulate(wide, green(ROUTE), green(ROUTE));

        assertThat(report.parties()).containsExactly(new PartyChange("d", ROUTE, 2, 0));
        assertThat(report.rules()).containsExactly(new RuleChange("no party", "released by R2", 2));
    }

    @Test
    void tellsWhichRecordsEndOtherwiseAndWhoSoLosesAll() {
        SmallPolicy silent = new SmallPolicy();
        List.of("a", "b", "c").forEach(party -> silent.party(party, PartyKind.STATE, Lane.OPERATIONAL));
        silent.event(ROUTE, "alerts", Lane.OPERATIONAL, Tlp.GREEN).publisher(ROUTE, "b");
        silent.receiver(ROUTE, "c", Reception.COMMUNITY);

        SimulationReport report = simulate(silent.build(), green(ROUTE), amberForNobody(ROUTE));

        assertThat(report.outcomes())
                .containsExactly(
                        new OutcomeChange(ROUTE, "refused by R1", "refused by PUBLISHER", 1),
                        new OutcomeChange(ROUTE, "released", "refused by PUBLISHER", 1));
        assertThat(report.parties())
                .containsExactly(new PartyChange("b", ROUTE, 0, 1), new PartyChange("c", ROUTE, 0, 1));
        assertThat(report.rules()).containsExactly(new RuleChange("released by R2", "refused by PUBLISHER", 2));
    }

    @Test
    void tellsWhatIsNotReplayedAndWhy() {
        AuditDecision repeated = AuditDecision.newBuilder(green(ROUTE))
                .setOutcome(Outcome.REPEATED)
                .setRule("SEQUENCE")
                .setFacts(null)
                .build();
        AuditDecision forged = AuditDecision.newBuilder(green(ROUTE))
                .setOutcome(Outcome.REFUSED)
                .setRule("SIGNATURE")
                .setFacts(null)
                .build();
        AuditDecision old =
                AuditDecision.newBuilder(green(ROUTE)).setFacts(null).build();

        SimulationReport report = simulate(narrower(), repeated, forged, old, green(ROUTE));

        assertThat(report.read()).isEqualTo(4);
        assertThat(report.replayed()).isEqualTo(1);
        assertThat(report.notReplayed()).isEqualTo(new NotReplayed(1, new TreeMap<>(Map.of("SIGNATURE", 1L)), 1));
        assertThat(report.changed()).isEqualTo(1);
    }

    @Test
    void comparesWithTheVersionInForceAndTellsApartWhatChangedBefore() {
        AuditDecision byAnEarlierVersion = Audited.of(narrower(), offer(ROUTE, Tlp.GREEN), AT);

        SimulationReport report = simulate(inForce, byAnEarlierVersion, green(ROUTE));

        assertThat(report.changed()).isZero();
        assertThat(report.changedSince()).isEqualTo(1);
        assertThat(report.unfaithful()).isZero();
    }

    @Test
    void admitsThatItDoesNotComeToWhatTheSameVersionDecided() {
        AuditDecision right = green(ROUTE);
        AuditDecision tampered = AuditDecision.newBuilder(right)
                .setFacts(JudgedFacts.newBuilder(right.getFacts().orElseThrow())
                        .setNotReleasableTo(List.of("b"))
                        .build())
                .build();

        assertThat(simulate(inForce, tampered, right).unfaithful()).isEqualTo(1);
    }

    private SimulationReport simulate(Policy other, AuditDecision... decisions) {
        Simulation simulation = new Simulation(inForce, other);
        List.of(decisions).forEach(simulation::take);
        return simulation.report();
    }

    private AuditDecision green(String event) {
        return Audited.of(inForce, offer(event, Tlp.GREEN), AT);
    }

    private AuditDecision amberForNobody(String event) {
        return Audited.of(inForce, offer(event, Tlp.AMBER), AT);
    }

    private Offer offer(String event, Tlp marking) {
        Envelope envelope = Envelope.newBuilder()
                .setEventId(UUID.randomUUID())
                .setEventType(event)
                .setOccurredAt(AT)
                .setPublishedAt(AT)
                .setOriginatorParty("a")
                .setOriginatorRole("duty-officer")
                .setContextId("exercise:" + UUID.randomUUID())
                .setStatus(Status.EXERCISE)
                .setMsgType(MessageType.ALERT)
                .setPriority(Priority.MEDIUM)
                .setTlp(marking)
                .setPermittedPurposes(List.of(Purpose.STRATEGIC_ANALYSIS))
                .setLane(Lane.OPERATIONAL)
                .setContainsPersonalData(false)
                .build();
        return new Offer(
                "a",
                inForce.event(event).orElseThrow().schema(),
                envelope,
                new Distribution(List.of(), List.of()),
                List.of(),
                new TreeMap<>());
    }
}
