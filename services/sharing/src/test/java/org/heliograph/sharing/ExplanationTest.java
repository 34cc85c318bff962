package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {

    private final Policy policy = Cast.policy(List.of());

    @Test
    void saysWhatWasFoundByWhichRuleAndWhatWouldHaveChangedIt() {
        assertThat(explain(Tlp.AMBER, "client-x", "aid"))
                .isEqualTo(new Explanation(
                        "R2",
                        Rule.R2.text(),
                        Rule.R2.source(),
                        policy.version(),
                        "not named; marking AMBER",
                        "name 'client-x'"));
    }

    @Test
    void namesTheSmallestChangeForEachGround() {
        assertThat(explain(Tlp.AMBER_STRICT, "client-x", "client-x", "aid").change())
                .isEqualTo("mark it AMBER at most");
        assertThat(explain(Tlp.AMBER, "state-z", "aid").change()).isEqualTo("only a grant would");
        assertThat(explain(Tlp.AMBER, "aid").change()).isEqualTo("name a recipient");
        assertThat(explain(Tlp.RED, "aid", "aid").change()).isEqualTo("mark AMBER_STRICT at most");
    }

    @Test
    void aCopyThatGoesOutNeedsNoChange() {
        assertThat(explain(Tlp.AMBER, "aid", "aid").change()).isEmpty();
        assertThat(new Released(Rule.R2, "named by the originator").told()).isEqualTo("named by the originator");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void eachRuleSaysWhatItDemandsAndWhereItComesFrom(Rule rule) {
        assertThat(rule.id()).isEqualTo(rule.name());
        assertThat(rule.text()).isNotBlank();
        assertThat(rule.source()).isNotBlank();
    }

    private Explanation explain(Tlp tlp, String recipient, String... to) {
        Offer offer = Shape.usual("state-x", "alert.route", tlp, List.of(to), List.of())
                .offer(policy);
        return Explanation.of(Sharing.decide(policy, offer, recipient, Cast.NOW), policy.version());
    }
}
