package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Receipt;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.heliograph.testkit.Dispatches;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A party is cut off by one operator, wherever it comes in, and whatever of the platform is away. */
@HeliographStack
class SuspensionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;

    SuspensionIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void endsTheLoginOfItsOfficersAndIsTakenBackByTwo() {
        try (Operators operators = new Operators(stack);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB)) {
            assertThat(xb.get(Requests.PATH).status()).isEqualTo(200);
            Instant typed = Instant.now();

            operators.change("party", "suspend", "xb");

            await().atMost(PATIENCE).until(() -> xb.get(Requests.PATH).status() == 401);
            System.out.printf(
                    "suspension: seconds from typing the command until an officer's token was denied by HTTP %.3f%n",
                    Duration.between(typed, Instant.now()).toMillis() / 1000.0);
            assertThat(login()).as("no new login").isFalse();

            operators.changeOfTwo("party", "resume", "xb");

            await().atMost(PATIENCE).until(this::login);
            requestsReachXbAgain();
        }
    }

    private boolean login() {
        try (OfficerDesk again = new OfficerDesk(stack, Component.XB)) {
            return again.get(Requests.PATH).status() == 200;
        } catch (StackException refused) {
            return false;
        }
    }

    /** Its service takes up reading by itself. */
    private void requestsReachXbAgain() {
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM);
                OfficerDesk xb = new OfficerDesk(stack, Component.XB)) {
            String eventId = iom.post(
                            "/api/v1/incidents",
                            Map.of(
                                    "status",
                                    "EXERCISE",
                                    "releasableTo",
                                    List.of("xb"),
                                    "incidentId",
                                    "SEA-43",
                                    "occurredAt",
                                    "2026-11-01T03:10:00Z",
                                    "type",
                                    "RESCUE",
                                    "positionWgs84",
                                    Map.of("lat", 34.52, "lon", 24.01),
                                    "persons",
                                    Map.of("total", 3)))
                    .success()
                    .get("eventId")
                    .asString();
            await().atMost(PATIENCE)
                    .until(() -> xb.get("/api/v1/incidents/" + eventId).status() == 200);
        }
    }

    @Test
    void takesItsRightsWhileTheGateIsAwayWhichThenRefusesWhatItHadOffered() {
        try (Operators operators = new Operators(stack)) {
            operators.changeOfTwo("party", "add", "xe", "--name", "State XE", "--role", "state");
            try (PartySystem xe = new PartySystem(stack, "xe")) {
                AlertRoute alert = SampleEvents.alertRoute("xe");
                byte[] offer = new Dispatches(xe.schemas()).dispatch(1, alert, xe.signer());
                stack.stop(Component.GATE);
                try {
                    xe.send(
                            "outbox.xe",
                            Dispatches.partition(alert, stack.roster().partitions()),
                            offer);

                    JsonNode suspended = operators.change("party", "suspend", "xe");

                    assertThat(Operators.result(suspended)).isEqualTo("APPLIED");
                    assertThat(xe.inboxes()).isEmpty();
                } finally {
                    stack.start(Component.GATE);
                }
                awaitJudged(alert.getEnvelope().getEventId().toString());
                operators.changeOfTwo("party", "resume", "xe");

                assertThat(await().atMost(PATIENCE)
                                .until(() -> xe.readAll("inbox.xe.receipts", Receipt.class), all -> !all.isEmpty()))
                        .singleElement()
                        .satisfies(receipt -> {
                            assertThat(receipt.getEventId())
                                    .contains(alert.getEnvelope().getEventId().toString());
                            assertThat(receipt.getRule()).contains("SUSPENDED");
                        });
            }
            operators.change("party", "retire", "xe");
        }
    }

    @Test
    void isRefusedWithFilesThatAlsoWiden() {
        try (Operators operators = new Operators(stack)) {
            operators.change("party", "add", "xf", "--name", "State XF", "--role", "state");
            String parties = operators.parties();

            Said refused = operators.say("party", "suspend", "xb");

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.text()).contains("also widen access");
            assertThat(operators.parties()).isEqualTo(parties);
            assertThat(stack.tokens().isGiven("xb", "broker")).isTrue();
            operators.change("party", "retire", "xf");
        }
    }

    @Test
    void isRefusedWhereThereIsNoSuchPartyOrRole() {
        try (Operators operators = new Operators(stack)) {
            String parties = operators.parties();

            Said nobody = operators.say("party", "suspend", "xg");
            Said noRole = operators.say("party", "add", "xg", "--name", "State XG", "--role", "stat");

            assertThat(nobody.text()).contains("no party 'xg' in parties.yaml; there are");
            assertThat(noRole.text()).contains("xg.role: found stat", "did you mean state?");
            assertThat(List.of(nobody.code(), noRole.code())).containsOnly(1);
            assertThat(operators.parties()).isEqualTo(parties);
            assertThat(stack.secrets().clientFile("xg")).doesNotExist();
            assertThat(stack.secrets().signingKeyFile("xg")).doesNotExist();
        }
    }

    /** As the auditor sees it: the party itself may read nothing meanwhile. */
    private void awaitJudged(String eventId) {
        try (PartySystem auditor = new PartySystem(stack, "auditor")) {
            await().atMost(PATIENCE)
                    .until(() -> auditor.readAll(Topics.AUDIT, AuditDecision.class).stream()
                            .anyMatch(link ->
                                    link.getEventId().filter(eventId::equals).isPresent()));
        }
    }
}
