package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Officers of two parties over the whole backbone; a third sees nothing. */
@HeliographStack
class StoryIT {

    private final Stack stack;
    private OfficerDesk xa;
    private OfficerDesk xb;
    private OfficerDesk unodc;

    StoryIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void logIn() {
        xa = new OfficerDesk(stack, Component.XA);
        xb = new OfficerDesk(stack, Component.XB);
        unodc = new OfficerDesk(stack, Component.UNODC);
    }

    @AfterEach
    void logOut() {
        List.of(xa, xb, unodc).forEach(OfficerDesk::close);
    }

    @Test
    void aRequestIsAcknowledgedAssignedAndAccepted() {
        UUID request = Requests.submit(xa);

        Requests.awaitAt(unodc, request);
        unodc.post(Requests.at(request) + "/acknowledge", Map.of("version", 0)).success();
        Requests.awaitState(xa, request, "ACKNOWLEDGED");
        unodc.post(Requests.at(request) + "/assign", Map.of("version", 1, "to", "legal desk"))
                .success();
        unodc.post(Requests.at(request) + "/accept", Map.of("version", 2, "conditions", List.of("In writing")))
                .success();

        JsonNode view = Requests.awaitState(xa, request, "ACCEPTED");
        List<JsonNode> timeline = Requests.items(view.get("timeline"));
        assertThat(timeline)
                .extracting(step -> step.get("to").asString())
                .containsExactly("ACKNOWLEDGED", "ASSIGNED", "ACCEPTED");
        assertThat(timeline).extracting(step -> step.get("party").asString()).containsOnly("unodc");
        assertThat(timeline.getLast().at("/detail/conditions").toString()).isEqualTo("[\"In writing\"]");
    }

    @Test
    void aRequestIsDeclinedForAReason() {
        UUID request = Requests.submit(xa);
        Requests.awaitAt(unodc, request);
        unodc.post(Requests.at(request) + "/acknowledge", Map.of("version", 0)).success();

        OfficerDesk.Answer withoutReason = unodc.post(Requests.at(request) + "/decline", Map.of("version", 1));
        unodc.post(
                        Requests.at(request) + "/decline",
                        Map.of("version", 1, "reasonCode", "NO_CAPACITY", "reason", "No expert before March"))
                .success();

        assertThat(withoutReason.status()).isEqualTo(400);
        JsonNode declined = Requests.items(
                        Requests.awaitState(xa, request, "DECLINED").get("timeline"))
                .getLast();
        assertThat(declined.at("/detail/reasonCode").asString()).isEqualTo("NO_CAPACITY");
        assertThat(declined.at("/detail/text").asString()).isEqualTo("No expert before March");
    }

    @Test
    void aRequestIsWithdrawn() {
        UUID request = Requests.submit(xa);
        Requests.awaitAt(unodc, request);

        OfficerDesk.Answer asked = xa.post(Requests.at(request) + "/withdraw", Map.of("reason", "Solved at home"));

        assertThat(asked.status()).isEqualTo(202);
        Requests.awaitState(unodc, request, "WITHDRAWN");
        Requests.awaitState(xa, request, "WITHDRAWN");
        assertThat(Requests.items(
                        unodc.get("/api/v1/work-list?size=100").success().get("items")))
                .extracting(item -> item.get("requestId").asString())
                .doesNotContain(request.toString());
    }

    @Test
    void theSecondOfTwoOfficersAtOnceLearnsWhatChanged() {
        UUID request = Requests.submit(xa);
        Requests.awaitAt(unodc, request);
        unodc.post(Requests.at(request) + "/acknowledge", Map.of("version", 0)).success();

        OfficerDesk.Answer late = unodc.post(Requests.at(request) + "/acknowledge", Map.of("version", 0));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().get("now").get("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(late.body().get("last").get("to").asString()).isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void theRequesterSeesWhoHoldsACopy() {
        UUID request = Requests.submit(xa);

        JsonNode answer = await().atMost(Requests.PATIENCE)
                .until(
                        () -> Requests.items(
                                        xa.get(Requests.at(request)).success().get("receipts"))
                                .stream()
                                .flatMap(sent -> Requests.items(sent.get("answers")).stream())
                                .toList(),
                        answers -> !answers.isEmpty())
                .getFirst();

        assertThat(answer.get("outcome").asString()).isEqualTo("RELEASED");
        assertThat(answer.get("releasedTo").toString()).isEqualTo("[\"unodc\",\"unodc-field-south\"]");
        assertThat(answer.get("policyVersion").asString()).hasSize(64);
    }

    @Test
    void theOriginatorListsWhoGotItsEventAndWhoConfirmedAndNobodyElseDoes() {
        UUID request = Requests.submit(xa);
        Requests.awaitAt(unodc, request);
        unodc.post(Requests.at(request) + "/acknowledge", Map.of("version", 0)).success();
        JsonNode view = Requests.awaitState(xa, request, "ACKNOWLEDGED");
        String recipients = "/api/v1/events/" + view.at("/receipts/0/eventId").asString() + "/recipients";

        JsonNode seen = await().atMost(Requests.PATIENCE)
                .until(
                        () -> xa.get(recipients).success(),
                        answer -> !answer.get("recipients").isEmpty());

        assertThat(seen.get("outcome").asString()).isEqualTo("RELEASED");
        assertThat(seen.get("eventType").asString()).isEqualTo("coop.request");
        assertThat(seen.get("confirmable").asBoolean()).isTrue();
        assertThat(seen.get("withheldFrom")).isEmpty();
        assertThat(Requests.items(seen.get("recipients")))
                .extracting(party -> party.get("party").asString())
                .containsExactly("unodc", "unodc-field-south");
        assertThat(seen.at("/recipients/0/confirmed/step").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(seen.at("/recipients/1/confirmed").isMissingNode()).isTrue();
        assertThat(unodc.get(recipients).status()).isEqualTo(404);
        assertThat(xb.get(recipients).status()).isEqualTo(404);
    }

    @Test
    void anotherStateSeesNothingOfIt() {
        UUID request = Requests.submit(xa);
        Requests.awaitAt(unodc, request);

        assertThat(xb.get(Requests.at(request)).status()).isEqualTo(404);
        assertThat(xb.post(Requests.at(request) + "/withdraw", Map.of()).status())
                .isEqualTo(404);
        assertThat(xb.post(Requests.at(request) + "/acknowledge", Map.of("version", 0))
                        .status())
                .isEqualTo(404);
        try (PartySystem system = new PartySystem(stack, "xb")) {
            assertThat(system.inboxes())
                    .isNotEmpty()
                    .allSatisfy(
                            inbox -> assertThat(system.count(inbox, request)).isZero());
        }
    }

    @Test
    void anAlertOfIomReachesTheCommunityAndAReadingSystem() {
        try (OfficerDesk iom = new OfficerDesk(stack, Component.IOM)) {
            String eventId = iom.post("/api/v1/alerts/routes", Alerts.newRoute())
                    .success()
                    .get("eventId")
                    .asString();

            for (OfficerDesk desk : List.of(xa, xb, unodc)) {
                await().atMost(Requests.PATIENCE)
                        .until(() -> desk.get("/api/v1/alerts/routes/received/" + eventId)
                                        .status()
                                == 200);
            }
            try (PartySystem fusion = new PartySystem(stack, "xa-fusion")) {
                assertThat(fusion.readAll(List.of("inbox.xa.alerts")))
                        .extracting(message -> message.key())
                        .contains("iom/" + eventId);
            }
        }
    }
}
