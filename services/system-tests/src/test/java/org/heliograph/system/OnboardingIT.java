package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A party's whole life on the platform, by the commands of the operators. */
@HeliographStack
class OnboardingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;

    OnboardingIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aPartyJoinsExchangesIsCutOffComesBackAndLeavesAndNothingIsStartedAnew() {
        Set<String> processes = processes();
        try (Operators operators = new Operators(stack);
                OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            joins(operators);
            try (PartySystem xd = new PartySystem(stack, "xd")) {
                Exchange exchange = new Exchange(stack, xd);
                String before = incident(xa);
                assertThat(exchange.send(xd.signer())).satisfies(receipt -> {
                    assertThat(receipt.getOutcome()).isEqualTo(Outcome.RELEASED);
                    assertThat(receipt.getReleasedTo()).contains("xa", "xb", "unodc");
                });
                awaitIn(xd, before);
                aSystemIsAdded(operators, before);
                keyIsRotated(operators, exchange);

                String meanwhile = isCutOff(operators, xd);

                comesBack(operators, xd, exchange, meanwhile, judged(receipt -> {}));
            }
            leaves(operators);
        }
        assertThat(processes()).containsAll(processes);
    }

    private void joins(Operators operators) {
        JsonNode proposed =
                operators.change("party", "add", "xd", "--name", "Liaison office of State XD", "--role", "state");
        Said again = operators.say("party", "add", "xd", "--name", "Liaison office of State XD", "--role", "state");

        assertThat(Operators.result(proposed)).isEqualTo("PROPOSED");
        assertThat(proposed.get("handOver").toString())
                .contains(stack.secrets().clientFile("xd").toString())
                .doesNotContain(stack.secrets().client("xd"));
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.text()).contains("party 'xd' stands in parties.yaml already");
        try (PartySystem xd = new PartySystem(stack, "xd")) {
            assertThat(xd.inboxes()).as("before the approval").isEmpty();
            operators.approve(proposed);
            assertThat(xd.inboxes()).contains("inbox.xd.alerts", "inbox.xd.incidents");
        }
    }

    private void aSystemIsAdded(Operators operators, String eventId) {
        operators.changeOfTwo("system", "add", "xd", "xd-map");

        try (PartySystem map = new PartySystem(stack, "xd-map")) {
            awaitIn(map, eventId);
        }
    }

    private void keyIsRotated(Operators operators, Exchange exchange) {
        EventSigner first = EventSigner.ofFile(stack.secrets().signingKeyFile("xd"));
        JsonNode proposed = operators.change("key", "rotate", "xd", "--overlap", "1h");
        Said early = Said.by(stack, "key", "use", "xd", "xd-2");
        operators.approve(proposed);
        Path waiting = Path.of(proposed.at("/handOver/signing key xd-2").asString(""));
        EventSigner second = EventSigner.ofFile(waiting);

        assertThat(early.text()).contains("key xd-2 of 'xd' is not in force");
        assertThat(exchange.send(first).getOutcome()).as("within the overlap").isEqualTo(Outcome.RELEASED);
        assertThat(exchange.send(second).getOutcome()).isEqualTo(Outcome.RELEASED);
        assertThat(Said.by(stack, "key", "use", "xd", "xd-2").code()).isZero();
        assertThat(waiting).doesNotExist();

        assertThat(Operators.result(operators.change("key", "end", "xd", "xd-1")))
                .isEqualTo("APPLIED");

        assertThat(exchange.send(first)).satisfies(receipt -> {
            assertThat(receipt.getOutcome()).isEqualTo(Outcome.REFUSED);
            assertThat(receipt.getRule()).contains("SIGNATURE");
        });
        assertThat(exchange.send(EventSigner.ofFile(stack.secrets().signingKeyFile("xd")))
                        .getOutcome())
                .isEqualTo(Outcome.RELEASED);
    }

    /** What XA offered to it meanwhile. */
    private String isCutOff(Operators operators, PartySystem xd) {
        try (OpenConnections open = new OpenConnections(xd, "inbox.xd.incidents").awaitUsed()) {
            Instant typed = Instant.now();
            JsonNode suspended = operators.change("party", "suspend", "xd");

            assertThat(Operators.result(suspended)).isEqualTo("APPLIED");
            assertThat(suspended.get("seconds").toString())
                    .contains(
                            "identity has the list of suspended parties",
                            "identity refuses xd a token (tried)",
                            "the gate judges by the version",
                            "the broker shows xd no topic, on an open connection (tried)");
            System.out.printf(
                    "suspension: seconds from the command's start %s; from typing it to the first denial of an open"
                            + " consumer %.3f, of an open producer %.3f%n",
                    suspended.get("seconds"),
                    seconds(typed, open.deniedReading()),
                    seconds(typed, open.deniedWriting()));
        }
        return judged(receipt -> {
            assertThat(receipt.get("releasedTo").toString())
                    .doesNotContain("xd")
                    .contains("unodc");
            assertThat(receipt.get("withheldFrom").toString()).contains("\"xd\"", "SUSPENDED");
        });
    }

    /** What XA offers to it, once the gate has told how it decided. */
    private String judged(Consumer<JsonNode> check) {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            String eventId = incident(xa);
            check.accept(receipt(xa, eventId));
            return eventId;
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private void comesBack(Operators operators, PartySystem xd, Exchange exchange, String meanwhile, String other) {
        JsonNode proposed = operators.change("party", "resume", "xd");
        assertThat(Operators.result(proposed)).isEqualTo("PROPOSED");
        assertThat(stack.tokens().isGiven("xd", "broker"))
                .as("before the approval")
                .isFalse();
        operators.approve(proposed);

        await().atMost(PATIENCE).until(() -> stack.tokens().isGiven("xd", "broker"));
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            awaitIn(xd, incident(xa));
        }
        assertThat(keys(xd)).as("nothing of the time between").doesNotContain("xa/" + meanwhile, "xa/" + other);
        assertThat(exchange.send(EventSigner.ofFile(stack.secrets().signingKeyFile("xd")))
                        .getOutcome())
                .isEqualTo(Outcome.RELEASED);
    }

    private void leaves(Operators operators) {
        JsonNode retired = operators.change("party", "retire", "xd");

        assertThat(Operators.result(retired)).isEqualTo("APPLIED");
        assertThat(retired.at("/outcome/plan/cluster/topicsLeft").toString()).contains("outbox.xd", "inbox.xd.alerts");
        assertThat(operators.parties()).doesNotContain("xd");
        assertThat(stack.secrets().clientFile("xd")).doesNotExist();
        assertThat(stack.secrets().clientFile("xd-map")).doesNotExist();
        assertThat(stack.state().keys().resolve("xd.jwks")).doesNotExist();
        assertThat(stack.state().root().resolve("retired-keys/xd.jwks")).isRegularFile();
    }

    /** What this test run started, with when it did: whatever is started anew is another one. */
    private static Set<String> processes() {
        return ProcessHandle.current()
                .children()
                .map(process ->
                        process.pid() + "@" + process.info().startInstant().orElseThrow())
                .collect(Collectors.toSet());
    }

    private static String incident(OfficerDesk desk) {
        return desk.post(
                        "/api/v1/incidents",
                        Map.of(
                                "status", "EXERCISE",
                                "releasableTo", List.of("unodc", "xd"),
                                "incidentId", "SEA-42",
                                "occurredAt", "2026-11-01T03:10:00Z",
                                "type", "RESCUE",
                                "positionWgs84", Map.of("lat", 34.52, "lon", 24.01),
                                "persons", Map.of("total", 62)))
                .success()
                .get("eventId")
                .asString();
    }

    private static JsonNode receipt(OfficerDesk desk, String eventId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> Requests.items(desk.get("/api/v1/incidents/" + eventId)
                                .success()
                                .get("receipts")),
                        receipts -> !receipts.isEmpty())
                .getFirst();
    }

    private static void awaitIn(PartySystem system, String eventId) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(keys(system)).contains("xa/" + eventId));
    }

    private static List<String> keys(PartySystem system) {
        return system.readAll(List.of("inbox.xd.incidents")).stream()
                .map(message -> Objects.requireNonNull(message.key()))
                .toList();
    }

    /** What XD sends, and what becomes of it. */
    private static final class Exchange {

        private final Stack stack;
        private final PartySystem xd;
        private final Dispatches dispatches;
        private long seq;

        Exchange(Stack stack, PartySystem xd) {
            this.stack = stack;
            this.xd = xd;
            this.dispatches = new Dispatches(xd.schemas());
        }

        /** The receipt for one alert to the community. Its numbers rise in all partitions alike, with gaps. */
        Receipt send(EventSigner signer) {
            AlertRoute alert = SampleEvents.alertRoute("xd");
            String eventId = alert.getEnvelope().getEventId().toString();
            int partition = Dispatches.partition(alert, stack.roster().partitions());
            xd.send("outbox.xd", partition, dispatches.dispatch(++seq, alert, signer));
            return await().atMost(PATIENCE)
                    .until(() -> receipts(eventId).findFirst(), Optional::isPresent)
                    .orElseThrow();
        }

        private Stream<Receipt> receipts(String eventId) {
            return xd.readAll("inbox.xd.receipts", Receipt.class).stream()
                    .filter(receipt ->
                            receipt.getEventId().filter(eventId::equals).isPresent());
        }
    }
}
