package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.IncidentReport;
import org.heliograph.events.Lane;
import org.heliograph.events.Outcome;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.gate.RandomDispatches.Offered;
import org.heliograph.operations.OperationsProcess;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.standalone.Component;
import org.heliograph.system.Said;
import org.heliograph.testkit.SampleControl;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A party that lost its inbox has again what it may have today, once, as it was; and nothing else. */
@ExtendWith(GateStackExtension.class)
class RedeliverIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Distribution ALL = new Distribution(List.of(), List.of());

    private static GateStack gates;
    private static Ledger ledger;
    private static Senders senders;
    private static AskedAgain desk;

    @BeforeAll
    static void start(GateStack shared) {
        gates = shared;
        ledger = gates.ledger();
        desk = new AskedAgain(gates.stack());
        senders = new Senders(gates, List.of("iom", "xa", "xb"));
    }

    @AfterAll
    static void stop() {
        senders.close();
    }

    @Test
    void bringsBackWhatTodaysPolicyAllowsByteForByteAndNothingElse() throws Exception {
        try (LostInboxes emptied = new LostInboxes(gates.stack(), senders.system("xb"))) {
            ledger.awaitSettled();
            emptied.empty("xb", "research");
        }
        apply(PolicyFiles.ofBuild().grantRouteAlertsToResearch(Instant.now().plus(Duration.ofDays(1))));
        Instant from = Instant.now();
        AlertRoute alert = SampleEvents.alertRoute("iom");
        AlertRoute recalledAlert = SampleEvents.alertRoute("iom");
        IncidentReport kept = SampleEvents.incidentReport("xa");
        IncidentReport keptToo = SampleEvents.incidentReport("xa");
        IncidentReport recalled = SampleEvents.incidentReport("xa");
        AlertRoute granted = SampleEvents.alertRoute(prevention());
        var recall = SampleControl.recall(recalled.getEnvelope());
        offer(
                new Offered("iom", alert, ALL),
                new Offered("iom", recalledAlert, ALL),
                new Offered("iom", SampleControl.recall(recalledAlert.getEnvelope()), to("xb", "unodc")),
                new Offered("xa", kept, to("xb")),
                new Offered("xa", recalled, to("xb")),
                new Offered("xa", keptToo, to("xb")),
                new Offered("xa", recall, to("xb")),
                new Offered("xa", granted, to("xb", "research")));
        Instant to = Instant.now();

        try (LostInboxes lost = new LostInboxes(gates.stack(), senders.system("xb"))) {
            Map<String, String> before = lost.copies();
            assertThat(before)
                    .containsKeys(key("iom", alert.getEnvelope()), key("xa", kept.getEnvelope()))
                    .containsKey(key("xa", recalled.getEnvelope()));
            lost.empty("xb", "research");
            assertThat(lost.copies()).isEmpty();
            apply(PolicyFiles.ofBuild().withholdRouteAlertsFrom("receiving-state"));

            JsonNode plan = desk.plan("xb", from, to);
            JsonNode end = desk.redeliver("xb", from, to);

            assertThat(plan.path("offers").asLong()).isEqualTo(8);
            assertThat(plan.path("released").asLong()).isEqualTo(3);
            assertThat(end.path("of").asLong()).isEqualTo(8);
            assertThat(end.path("released").asLong()).isEqualTo(3);
            // The alerts that are withheld today; and what was taken back, with the recall of what may not be held.
            assertThat(end.at("/refused/R2").asLong()).isEqualTo(2);
            assertThat(end.at("/refused/R6").asLong()).isEqualTo(3);
            Map<String, String> after = lost.copies();
            assertThat(after.keySet())
                    .containsExactlyInAnyOrder(
                            key("xa", kept.getEnvelope()),
                            key("xa", keptToo.getEnvelope()),
                            key("xa", recall.getEnvelope()));
            assertThat(before).containsAllEntriesOf(after);

            assertRefusedAsTheGrantHasEnded(desk.redeliver("research", from, to));
            assertThat(lost.recordsOf("inbox.research.alerts")).isZero();
        } finally {
            OperationsProcess.apply(gates.stack(), Map.of());
        }
        ledger.assertBalanced();
    }

    private static void apply(PolicyFiles files) {
        OperationsProcess.apply(gates.stack(), Map.of("files", files.texts()));
    }

    private static void assertRefusedAsTheGrantHasEnded(JsonNode end) {
        assertThat(end.path("of").asLong()).isOne();
        assertThat(end.at("/refused/R2").asLong()).isOne();
    }

    @Test
    void givesASuspendedPartyNothingAndTellsItsOriginatorNothing() throws Exception {
        Instant from = Instant.now();
        offer(new Offered("iom", SampleEvents.alertRoute("iom"), ALL));
        Instant to = Instant.now();
        long receipts = ledger.receipts().size();
        apply(PolicyFiles.ofBuild().change("parties.yaml", Map.of("parties", Map.of("xc", Map.of("suspended", true)))));
        try {
            JsonNode plan = desk.plan("xc", from, to);
            JsonNode end = desk.redeliver("xc", from, to);

            assertThat(plan.path("released").asLong()).isZero();
            assertThat(end.path("of").asLong()).isOne();
            assertThat(end.path("released").asLong()).isZero();
            assertThat(end.at("/refused/SUSPENDED").asLong()).isOne();
        } finally {
            OperationsProcess.apply(gates.stack(), Map.of());
        }
        ledger.assertBalanced();
        assertThat(ledger.receipts()).hasSize(Math.toIntExact(receipts));
    }

    @Test
    void saysOfWhatTheOutboxHoldsNoMoreThatItIsGone() throws Exception {
        Instant from = Instant.now();
        List<String> places = offer(new Offered("xa", coopEvent(), to("xb")));
        Instant to = Instant.now();
        try (LostInboxes lost = new LostInboxes(gates.stack(), senders.system("xb"))) {
            lost.deleteUpTo(places.getLast());
        }

        JsonNode plan = desk.plan("xb", from, to);
        JsonNode end = desk.redeliver("xb", from, to);

        assertThat(plan.at("/refused/GONE").asLong()).isOne();
        assertThat(end.at("/refused/GONE").asLong()).isOne();
        ledger.awaitSettled();
        assertThat(ledger.links().stream()
                        .filter(link -> link.getRule().filter("GONE"::equals).isPresent()))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.getOutcome()).isEqualTo(Outcome.REFUSED);
                    assertThat(link.getRedelivery()).hasValueSatisfying(again -> {
                        assertThat(again.getOperator()).isEqualTo("duty-operator");
                        assertThat(again.getReason()).isEqualTo("a test");
                        assertThat("%s-%d@%d".formatted(again.getOutbox(), again.getPartition(), again.getOffset()))
                                .isEqualTo(places.getLast());
                    });
                });
    }

    @Test
    void losesAndRepeatsNothingWhenTheGateIsKilledInTheMiddle() throws Exception {
        Instant from = Instant.now();
        offerMany(400);
        Instant to = Instant.now();
        long before = ledger.links().size();
        String command = desk.ask("xb", from, to);

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            ledger.turn();
            return ledger.links().size() > before + 20;
        });
        gates.stack().kill(Component.GATE);
        gates.stack().start(Component.GATE);

        JsonNode end = desk.awaitDone(command);
        assertThat(end.path("released").asLong()).isEqualTo(400);
        ledger.assertBalanced();
    }

    @Tag("long")
    @Test
    void isJudgedByTheInstanceThatHoldsTheOutboxWhereThereAreTwo() throws Exception {
        Process another = gates.anotherGate("2");
        try {
            await().atMost(PATIENCE).until(() -> gates.instancesAtWork() == 2);
            Instant from = Instant.now();
            offerMany(200);
            Instant to = Instant.now();

            assertThat(desk.redeliver("xb", from, to).path("released").asLong()).isEqualTo(200);
        } finally {
            another.destroyForcibly();
        }
        ledger.assertBalanced();
    }

    @Test
    void theCommandSaysBeforehandAndAfterwardsWhatComesOfIt() throws Exception {
        Instant from = Instant.now();
        offer(new Offered("xa", coopEvent(), to("xb")), new Offered("xa", coopEvent(), to("xb")));
        Instant to = Instant.now();
        String[] asked = {"redeliver", "xb", "--from", from.toString(), "--to", to.toString()};

        Said dry = Said.by(gates.stack(), and(asked, "--dry-run"));
        Said unreasoned = Said.by(gates.stack(), asked);
        long before = ledger.links().size();
        Said done = Said.by(gates.stack(), and(asked, "--reason", "its database was restored"));

        assertThat(dry.code()).isZero();
        assertThat(dry.text())
                .contains("2 offers were released to xb", "today's policy would release 2 of them", "coop.event");
        assertThat(unreasoned.code()).isOne();
        assertThat(unreasoned.text()).contains("--reason: found nothing, expected why");
        assertThat(done.code()).as(done.text()).isZero();
        assertThat(done.text()).contains("released 2 to xb, refused 0.");
        ledger.assertBalanced();
        assertThat(ledger.links()).hasSize(Math.toIntExact(before + 2));
    }

    private static String[] and(String[] command, String... more) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Returns once all is decided. */
    private static List<String> offer(Offered... offered) throws ExecutionException, InterruptedException {
        List<String> places = senders.offer(List.of(offered));
        ledger.awaitSettled();
        return places;
    }

    private static void offerMany(int number) throws ExecutionException, InterruptedException {
        List<Offered> many = new ArrayList<>();
        while (many.size() < number) {
            many.add(new Offered("xa", coopEvent(), to("xb")));
        }
        offer(many.toArray(Offered[]::new));
    }

    private static CoopEvent coopEvent() {
        return SampleEvents.coopEvent(
                "xa", SampleEvents.cooperation("coop.event", "xa").build());
    }

    private static Envelope prevention() {
        return SampleEvents.envelope("alert.route", "xa")
                .setTlp(Tlp.GREEN)
                .setLane(Lane.OPERATIONAL)
                .setPermittedPurposes(List.of(Purpose.PREVENTION_INFORMATION))
                .build();
    }

    private static Distribution to(String... parties) {
        return new Distribution(List.of(parties), List.of());
    }

    private static String key(String originator, Envelope envelope) {
        return originator + "/" + envelope.getEventId();
    }
}
