package org.heliograph.liaison.vessels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Authorisation;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Purpose;
import org.heliograph.events.RegistryStatus;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VerificationTest {

    private static final UUID NUMBER = UUID.randomUUID();
    private static final String CASE = "exercise:" + NUMBER;
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void countsTheAnswersOfTheFlagStateAlone() {
        JournalEntry answer = said(JournalDirection.IN, "xb", CASE);

        Verification verification = Verification.of(
                asked(JournalDirection.OUT, "xa"),
                Optional.of("xb"),
                List.of(
                        said(JournalDirection.IN, "xc", CASE),
                        answer,
                        said(JournalDirection.IN, "xb", "exercise:other")),
                List.of());

        assertThat(verification.responses()).containsExactly(answer);
        assertThat(verification.other()).hasValue("xb");
    }

    @Test
    void countsNoAnswerWhileItIsNotKnownWhoWasAsked() {
        Verification verification = Verification.of(
                asked(JournalDirection.OUT, "xa"),
                Optional.empty(),
                List.of(said(JournalDirection.IN, "xb", CASE)),
                List.of());

        assertThat(verification.responses()).isEmpty();
        assertThatThrownBy(() -> VesselRules.checkReporter(verification)).isInstanceOf(Rejection.class);
    }

    @Test
    void countsAtTheFlagStateItsOwnAnswersAndTheReportsOfWhoAsks() {
        JournalEntry mine = said(JournalDirection.OUT, "xb", CASE);
        JournalEntry report = said(JournalDirection.IN, "xa", CASE);

        Verification verification = Verification.of(
                asked(JournalDirection.IN, "xa"),
                Optional.empty(),
                List.of(mine, said(JournalDirection.IN, "xc", CASE)),
                List.of(report, said(JournalDirection.IN, "xc", CASE)));

        assertThat(verification.responses()).containsExactly(mine);
        assertThat(verification.actions()).containsExactly(report);
        assertThat(verification.other()).hasValue("xa");
    }

    @Test
    void letsWhatIsSaidInheritHowTheRequestIsToBeTreated() {
        Verification verification =
                Verification.of(asked(JournalDirection.IN, "xa"), Optional.empty(), List.of(), List.of());

        assertThat(verification.handling().tlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(verification.handling().codes()).containsExactly(HandlingCode.H1);
        assertThat(verification.handling().purposes()).containsExactly(Purpose.OPERATIONAL_LE);
        assertThat(verification.file().contextId()).isEqualTo(CASE);
    }

    @Test
    void takesOneAnswerOfTwoThatWereGivenAtOnce() {
        Verification once = Verification.of(
                asked(JournalDirection.IN, "xa"),
                Optional.empty(),
                List.of(said(JournalDirection.OUT, "xb", CASE)),
                List.of());

        assertThatThrownBy(() -> VesselRules.checkAnswer(once, answer(0, null)))
                .isInstanceOfSatisfying(Rejection.class, late -> {
                    assertThat(late.getBody().getStatus()).isEqualTo(409);
                    assertThat(late.getBody().getProperties()).containsEntry("version", 1);
                });
        VesselRules.checkAnswer(once, answer(1, null));
    }

    @Test
    void leavesTheAnswerToTheFlagStateAndTheReportToWhoAsks() {
        Verification asking =
                Verification.of(asked(JournalDirection.OUT, "xa"), Optional.of("xb"), List.of(), List.of());
        Verification asked = Verification.of(asked(JournalDirection.IN, "xa"), Optional.empty(), List.of(), List.of());

        assertThatThrownBy(() -> VesselRules.checkAnswer(asking, answer(0, null)))
                .isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> VesselRules.checkReporter(asked)).isInstanceOf(Rejection.class);
        VesselRules.checkReporter(asking);
    }

    @Test
    void authorisesNothingWhereNothingWasProposed() {
        Verification asked = Verification.of(asked(JournalDirection.IN, "xa"), Optional.empty(), List.of(), List.of());

        assertThatThrownBy(() -> VesselRules.checkAnswer(asked, answer(0, Authorisation.GRANTED)))
                .isInstanceOf(Rejection.class);
    }

    private static NewAnswer answer(int version, @Nullable Authorisation authorisation) {
        return new NewAnswer(version, RegistryStatus.CONFIRMED, authorisation, null, null);
    }

    private static JournalEntry asked(JournalDirection direction, String originator) {
        return entry(direction, """
                {"originatorParty":"%s","contextId":"%s","status":"EXERCISE","tlp":"AMBER_STRICT",
                 "handlingCodes":["H1"],"permittedPurposes":["OPERATIONAL_LE"],"verificationId":"%s",
                 "proposedMeasures":[]}""".formatted(originator, CASE, NUMBER));
    }

    private static JournalEntry said(JournalDirection direction, String originator, String contextId) {
        return entry(direction, "{\"originatorParty\":\"%s\",\"contextId\":\"%s\"}".formatted(originator, contextId));
    }

    private static JournalEntry entry(JournalDirection direction, String content) {
        return new JournalEntry(UUID.randomUUID(), direction, Instant.EPOCH, false, JSON.readTree(content));
    }
}
