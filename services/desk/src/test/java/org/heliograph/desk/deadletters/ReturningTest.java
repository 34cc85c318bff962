package org.heliograph.desk.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.Notices;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Envelopes;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.DeliveryActor;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Outcome;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.inbox.Actor;
import org.heliograph.exchange.inbox.DeadLetter;
import org.heliograph.exchange.inbox.DeadLetter.Resolution;
import org.heliograph.exchange.inbox.DeadLetterOffice.Notice;
import org.junit.jupiter.api.Test;

class ReturningTest {

    private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");
    private static final Actor OPERATOR = new Actor("duty-operator", DeliveryActor.OPERATOR);
    private static final String REASON = "a time in it cannot be stored";
    private static final long LETTER = 7;

    private final Envelope alert = new Envelopes("xa", Clock.systemUTC())
            .build(
                    "alert.route",
                    new CaseFile(UUID.randomUUID(), Status.EXERCISE),
                    Lane.OPERATIONAL,
                    MessageType.ALERT,
                    Priority.MEDIUM,
                    new Handling(Tlp.AMBER, List.of(), null, List.of(Purpose.OPERATIONAL_LE), null, false),
                    Caller.SERVICE,
                    null);
    private final Notice notice =
            new Notice(Notices.returned("unodc", alert), new Distribution(List.of("xa"), List.of()));
    private final List<Long> given = new ArrayList<>();

    @Test
    void givesBackWhatTheOriginatorMayBeTold() {
        DeadLetter letter = returning(answer(Outcome.RELEASED, List.of("xa"))).giveBack(LETTER, OPERATOR, REASON);

        assertThat(letter.resolution()).isEqualTo(Resolution.RETURNED);
        assertThat(given).containsExactly(LETTER);
    }

    @Test
    void refusesWhatTheGateWouldNotTellTheOriginator() {
        Returning refused = returning(answer(Outcome.REFUSED, List.of()));
        Returning toldToAnother = returning(answer(Outcome.RELEASED, List.of("xb")));

        assertThatExceptionOfType(NotToldException.class)
                .isThrownBy(() -> refused.giveBack(LETTER, OPERATOR, REASON))
                .satisfies(untold -> assertThat(untold.explanation())
                        .contains("would not release to 'xa'", "no recipient is left", "Two people can discard"));
        assertThatExceptionOfType(NotToldException.class)
                .isThrownBy(() -> toldToAnother.giveBack(LETTER, OPERATOR, REASON));
        assertThat(given).isEmpty();
    }

    private Returning returning(GateAnswer answer) {
        return new Returning((id, actor, reason) -> notice, (event, distribution) -> answer, (id, actor, reason) -> {
            given.add(id);
            return letter(id);
        });
    }

    private static GateAnswer answer(Outcome outcome, List<String> to) {
        boolean refused = outcome == Outcome.REFUSED;
        return new GateAnswer(
                outcome, refused ? "R2" : null, refused ? "no recipient is left" : null, to, List.of(), AT, "0");
    }

    private DeadLetter letter(long id) {
        return new DeadLetter(
                id,
                "inbox.unodc.alerts",
                0,
                0,
                "xa",
                alert.getEventId(),
                "alert.route",
                alert.getContextId(),
                "DataIntegrityViolationException",
                null,
                AT,
                Resolution.RETURNED,
                AT,
                null);
    }
}
