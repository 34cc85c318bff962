package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryNoticeTest {

    private static final Map<String, String> WHOLE = Map.of(
            "targetEventId", "6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801",
            "targetEventType", "alert.route",
            "targetOriginator", "aid",
            "deliveryAct", "RETURNED",
            "decidedBy", "OPERATOR");

    private final Policy policy = Cast.policy(List.of());

    @Test
    void reachesTheOriginatorAndNobodyElseThatIsNamedOrStandsBehindIt() {
        Offer offer = offer(WHOLE, "aid", "state-y");

        assertThat(decide(offer, "aid")).isInstanceOf(Released.class);
        assertThat(decide(offer, "aid-office"))
                .isInstanceOfSatisfying(
                        Withheld.class, withheld -> assertThat(withheld.rule()).isEqualTo(Rule.R6));
        assertThat(decide(offer, "state-y"))
                .isInstanceOfSatisfying(
                        Withheld.class, withheld -> assertThat(withheld.rule()).isEqualTo(Rule.R6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"targetEventId", "targetEventType", "targetOriginator", "deliveryAct", "decidedBy"})
    void isRefusedWithoutAnyOfWhatItHasToSay(String missing) {
        Map<String, String> fields = new HashMap<>(WHOLE);
        fields.remove(missing);

        assertRefused(fields);
    }

    @ParameterizedTest
    @CsvSource({
        "targetEventId, not-an-id",
        "targetEventType, alert.imagined",
        "targetOriginator, state-z",
        "targetOriginator, nobody-knows",
        "deliveryAct, because of Jane Roe",
        "decidedBy, Jane Roe"
    })
    void isRefusedWhereWhatItSaysCannotBe(String field, String value) {
        Map<String, String> fields = new HashMap<>(WHOLE);
        fields.put(field, value);

        assertRefused(fields);
    }

    @Test
    void isNotAskedOfOtherEvents() {
        Offer alert = Shape.usual("state-x", "alert.route", Tlp.GREEN, List.of("state-y"), List.of())
                .offer(policy);

        assertThat(decide(alert, "state-y")).isInstanceOf(Released.class);
    }

    private void assertRefused(Map<String, String> fields) {
        assertThat(Sharing.judge(policy, offer(fields, "aid"), Cast.NOW))
                .isInstanceOfSatisfying(
                        Judgement.Rejected.class,
                        rejected -> assertThat(rejected.refusal().rule()).isEqualTo(Rule.R6));
    }

    private SharingDecision decide(Offer offer, String party) {
        return Sharing.decide(policy, offer, party, Cast.NOW);
    }

    private Offer offer(Map<String, String> fields, String... to) {
        return Shape.usual("state-x", "control.delivery", Tlp.GREEN, List.of(to), List.of())
                .fields(fields)
                .offer(policy);
    }
}
