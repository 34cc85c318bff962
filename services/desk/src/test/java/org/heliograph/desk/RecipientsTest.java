package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.desk.Mailbag.Letter;
import org.heliograph.desk.TestDesk.Answer;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = TwoDesks.renewed();
    }

    @AfterEach
    void emptyTheBags() {
        desks.emptyTheBags();
    }

    @Test
    void saysThatTheGateHasNotAnsweredThenWhoGotItThenWhoConfirmed() {
        String id = submit();
        List<Letter> letters = desks.xa.mailbag().take();
        UUID event = eventId(letters.getFirst());

        Answer waiting = recipients(desks.xa, event);
        desks.xa.mailbag().answer(released(event));
        Answer released = recipients(desks.xa, event);
        Deliveries.deliver(letters, desks.unodc);
        desks.unodc.post("/api/v1/requests/" + id + "/acknowledge", Map.of("version", 0));
        List<Letter> acknowledgement = desks.unodc.mailbag().take();
        Deliveries.deliver(acknowledgement, desks.xa);
        Answer confirmed = recipients(desks.xa, event);

        assertThat(waiting.body().get("outcome").asString()).isEqualTo("WAITING");
        assertThat(waiting.body().get("recipients")).isEmpty();
        assertThat(released.body().get("outcome").asString()).isEqualTo("RELEASED");
        assertThat(released.body().get("confirmable").asBoolean()).isTrue();
        assertThat(released.body().get("recipients").toString()).isEqualTo("[{\"party\":\"unodc\"}]");
        assertThat(released.body().at("/withheldFrom/0/party").asString()).isEqualTo("iom");
        assertThat(released.body().at("/withheldFrom/0/rule").asString()).isEqualTo("R2");
        assertThat(confirmed.body().at("/recipients/0/confirmed/step").asString())
                .isEqualTo("ACKNOWLEDGED");
        assertThat(confirmed.body().at("/recipients/0/confirmed/eventId").asString())
                .isEqualTo(eventId(acknowledgement.getFirst()).toString());
    }

    @Test
    void answersForAnothersEventAsForAnUnknownOne() {
        submit();
        List<Letter> letters = desks.xa.mailbag().take();
        Deliveries.deliver(letters, desks.unodc);

        Answer others = recipients(desks.unodc, eventId(letters.getFirst()));
        Answer unknown = recipients(desks.unodc, UUID.randomUUID());

        assertThat(others.status()).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(others.body().get("detail")).isEqualTo(unknown.body().get("detail"));
    }

    @Test
    void doesNotTakeAnEventForOwnBecauseItWasOfferedAndRefused() {
        UUID anothers = UUID.randomUUID();
        desks.xa
                .mailbag()
                .answer(receipt(anothers)
                        .setOutcome(Outcome.REFUSED)
                        .setRule("ORIGINATOR")
                        .build());

        assertThat(recipients(desks.xa, anothers).status()).isEqualTo(404);
    }

    @Test
    void knowsWhatWasReleasedThoughTheDatabaseForgotThatItWasSent() {
        UUID event = UUID.randomUUID();
        desks.xa.mailbag().answer(released(event));
        desks.xa.mailbag().answer(receipt(event).setOutcome(Outcome.REPEATED).build());

        Answer answer = recipients(desks.xa, event);

        assertThat(answer.body().get("outcome").asString()).isEqualTo("RELEASED");
        assertThat(answer.body().at("/recipients/0/party").asString()).isEqualTo("unodc");
    }

    private static String submit() {
        return desks.xa
                .post("/api/v1/requests", Requests.to("unodc"))
                .body()
                .get("requestId")
                .asString();
    }

    private static Answer recipients(TestDesk desk, UUID event) {
        return desk.get("/api/v1/events/" + event + "/recipients");
    }

    private static UUID eventId(Letter letter) {
        return ((Envelope) letter.event().get(0)).getEventId();
    }

    private static Receipt released(UUID event) {
        return receipt(event)
                .setOutcome(Outcome.RELEASED)
                .setReleasedTo(List.of("unodc"))
                .setWithheldFrom(List.of(PartyDecision.newBuilder()
                        .setParty("iom")
                        .setReleased(false)
                        .setRule("R2")
                        .setReason("not named")
                        .build()))
                .build();
    }

    private static Receipt.Builder receipt(UUID event) {
        return Receipt.newBuilder()
                .setDispatch("outbox.xa-0@" + event)
                .setEventId(event.toString())
                .setEventType("coop.request")
                .setContextId("EXERCISE-" + event)
                .setPolicyVersion("0".repeat(64))
                .setDecidedAt(AT);
    }
}
