package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecallTest {

    private static final String TARGET = "6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801";

    private final Policy policy = Cast.policy(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"RECALL", "DELETE"})
    void takesBackTheTargetFromTheFamilyOfItsType(String action) {
        Offer offer = control(action, TARGET, "coop.request");

        assertThat(Recall.of(policy, offer)).contains(new Recall(UUID.fromString(TARGET), "coop"));
        assertThat(Sharing.judge(policy, offer, Cast.NOW)).isInstanceOf(Judgement.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECALL", "DELETE", "RESTRICT", "CHANGE_MARKING", "CORRECT", "CONSENT_WITHDRAWN"})
    void speaksOfItsTargetWhateverItAsksFor(String action) {
        assertThat(Recall.about(control(action, TARGET, "coop.request"))).contains(UUID.fromString(TARGET));
        assertThat(Recall.about(control(action, "none", "coop.request"))).isEmpty();
    }

    @Test
    void otherActionsTakeNothingBackAndNeedNoTarget() {
        Offer offer = control("RESTRICT", "none", "none");

        assertThat(Recall.of(policy, offer)).isEqualTo(Optional.empty());
        assertThat(Sharing.judge(policy, offer, Cast.NOW)).isInstanceOf(Judgement.Accepted.class);
    }

    /** State Z may get a recall, but no alert that one could be about. */
    @ParameterizedTest
    @ValueSource(strings = {"RECALL", "DELETE", "CORRECT", "RESTRICT"})
    void tellsNobodyOfATargetThatTheyMayNotHold(String action) {
        assertThat(ofStateZ(policy, about(action, "alert.route")))
                .isInstanceOfSatisfying(
                        Withheld.class, withheld -> assertThat(withheld.rule()).isEqualTo(Rule.R6));
        assertThat(Sharing.decide(policy, about(action, "alert.route").offer(policy), "state-x", Cast.NOW))
                .isInstanceOf(Released.class);
    }

    @Test
    void reachesWhomAGrantLetHoldTheTargetThoughItHasEnded() {
        Policy over = Cast.policy(List.of(new Grant(
                "over",
                "state-z",
                "alert.route",
                Optional.empty(),
                Purpose.SAFETY_OF_LIFE,
                "treaty",
                Cast.CASE,
                "head-of-desk",
                Optional.of("legal-officer"),
                Cast.NOW.minusSeconds(2),
                Cast.NOW.minusSeconds(1))));

        assertThat(ofStateZ(over, about("RECALL", "alert.route"))).isInstanceOf(Released.class);
        assertThat(ofStateZ(over, about("RECALL", "alert.route").caseId(Cast.CASE.replace("0d7b", "1d7b"))))
                .isInstanceOf(Withheld.class);
        assertThat(ofStateZ(over, about("RECALL", "prevention.strategy"))).isInstanceOf(Withheld.class);
    }

    private static SharingDecision ofStateZ(Policy policy, Shape control) {
        return Sharing.decide(policy, control.offer(policy), "state-z", Cast.NOW);
    }

    private static Shape about(String action, String eventType) {
        return Shape.usual("aid", "control.handling", Tlp.GREEN, List.of("state-x", "state-z"), List.of())
                .purposes(Purpose.OPERATIONAL_LE, Purpose.SAFETY_OF_LIFE)
                .fields(Map.of("action", action, "targetEventId", TARGET, "targetEventType", eventType));
    }

    @Test
    void otherEventsTakeNothingBack() {
        Offer alert = shape("alert.route", "RECALL", TARGET, "coop.request").offer(policy);

        assertThat(Recall.of(policy, alert)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"not-an-id, alert.route", TARGET + ", alert.imagined"})
    void isRefusedWithoutATarget(String eventId, String eventType) {
        Judgement judgement = Sharing.judge(policy, control("RECALL", eventId, eventType), Cast.NOW);

        assertThat(judgement)
                .isInstanceOfSatisfying(
                        Judgement.Rejected.class,
                        rejected -> assertThat(rejected.refusal().rule()).isEqualTo(Rule.R6));
    }

    private Offer control(String action, String eventId, String eventType) {
        return shape("control.handling", action, eventId, eventType).offer(policy);
    }

    private static Shape shape(String event, String action, String eventId, String eventType) {
        return Shape.usual("aid", event, Tlp.GREEN, List.of("state-x"), List.of())
                .fields(Map.of("action", action, "targetEventId", eventId, "targetEventType", eventType));
    }
}
