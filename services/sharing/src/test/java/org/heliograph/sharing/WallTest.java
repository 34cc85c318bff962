package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.events.Source;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.Policy;
import org.junit.jupiter.api.Test;

/** In a policy whose matrix gives too much: all but one may send, and receive, everything. */
class WallTest {

    private static final String REFERRAL = "protection.referral";

    private final Policy policy = Cast.policy(List.of());

    @Test
    void aReferralGoesBetweenProtectionPartiesAlone() {
        Judgement judgement = judge("wall-aid", REFERRAL, Tlp.AMBER, "wall-x", "state-x", "aid");

        assertThat(((Judgement.Accepted) judgement).recipients()).containsExactly("wall-x");
        assertThat(judgement.decisions().get("state-x"))
                .isEqualTo(new Withheld(Rule.R7, "no protection party, lane PROTECTION", ""));
    }

    @Test
    void nobodyElseSendsInTheProtectionLane() {
        assertRefused(judge("state-x", REFERRAL, Tlp.AMBER, "wall-x"), Rule.R7, "'state-x' is no protection party");
    }

    @Test
    void whatIsNotDeclassifiedDoesNotLeave() {
        assertRefused(judge("wall-aid", "alert.route", Tlp.GREEN), Rule.R7, "no declassifier lets alert.route");
        assertRefused(judge("wall-x", "research.observation", Tlp.GREEN), Rule.R7, "no declassifier lets");
    }

    @Test
    void whatIsDeclassifiedReachesThoseAloneWhomItIsListedFor() {
        Judgement judgement = judge("wall-aid", "research.observation", Tlp.GREEN);

        assertThat(((Judgement.Accepted) judgement).recipients()).containsExactly("aid", "lab");
        assertThat(judgement.decisions().get("state-x"))
                .isEqualTo(new Withheld(Rule.R7, "not among those to whom a declassifier lets it out", ""));
    }

    @Test
    void whatIsDeclassifiedForEverybodyMayBePublicAndNothingElse() {
        assertThat(judge("wall-aid", "research.observation", Tlp.CLEAR)).isInstanceOf(Judgement.Public.class);
        assertRefused(judge("wall-aid", "prevention.strategy", Tlp.CLEAR), Rule.R7, "to everybody");
        assertThat(judge("wall-aid", "prevention.strategy", Tlp.GREEN)).isInstanceOf(Judgement.Accepted.class);
    }

    @Test
    void whatLeavesRefersToNothingBehindTheWall() {
        Shape count = Shape.usual("wall-aid", "research.observation", Tlp.GREEN, List.of(), List.of());
        Source source =
                new Source(UUID.fromString("b2d7c0de-51aa-4a53-8d9e-3f7a1be5a702"), "wall-aid", Tlp.GREEN, List.of());

        assertRefused(judge(count.refersTo("referral/7", List.of())), Rule.R8, "refers to another event");
        assertRefused(judge(count.refersTo(null, List.of(source))), Rule.R8, "refers to another event");
        assertThat(judge(count)).isInstanceOf(Judgement.Accepted.class);
    }

    @Test
    void behindTheWallAndOutsideEventsReferToOthers() {
        Shape referral = Shape.usual("wall-aid", REFERRAL, Tlp.AMBER, List.of("wall-x"), List.of());
        Shape alert = Shape.usual("aid", "alert.route", Tlp.GREEN, List.of(), List.of());

        assertThat(judge(referral.refersTo("referral/7", List.of()))).isInstanceOf(Judgement.Accepted.class);
        assertThat(judge(alert.refersTo("alert/7", List.of()))).isInstanceOf(Judgement.Accepted.class);
    }

    @Test
    void aCaseBehindTheWallHasAnIdOfItsOwn() {
        Shape referral = Shape.usual("wall-aid", REFERRAL, Tlp.AMBER, List.of("wall-x"), List.of());

        assertRefused(judge(referral.caseId(Cast.CASE)), Rule.R8, "the id of an ordinary case");
        assertRefused(
                judge(referral.caseId(Cast.CASE.replace("exercise", "test.protection"))),
                Rule.R17,
                "the context id must be 'exercise.protection:'");
    }

    @Test
    void aProtectionPartyGetsWhatOthersSendIt() {
        assertThat(((Judgement.Accepted) judge("aid", "research.observation", Tlp.GREEN)).recipients())
                .contains("wall-aid");
    }

    @Test
    void aStateSpeaksOfItsOwnCountryAlone() {
        Shape plan = Shape.usual("state-x", "prevention.strategy", Tlp.GREEN, List.of(), List.of());

        assertThat(judge(plan)).isInstanceOf(Judgement.Accepted.class);
        assertRefused(judge(plan.fields(Map.of("country", "STATE-Y"))), Rule.PUBLISHER, "country STATE-X");
        assertRefused(judge(plan.fields(Map.of())), Rule.PUBLISHER, "of its own country alone");
        assertThat(judge(Shape.usual("aid", "prevention.strategy", Tlp.GREEN, List.of(), List.of())))
                .isInstanceOf(Judgement.Accepted.class);
        assertThat(judge(Shape.usual("state-y", "alert.route", Tlp.GREEN, List.of(), List.of())))
                .isInstanceOf(Judgement.Accepted.class);
    }

    @Test
    void aKindThatNoVariantHasIsRefused() {
        Shape request = Shape.usual("aid", "coop.request", Tlp.AMBER, List.of("state-x"), List.of());

        assertThat(judge(request)).isInstanceOf(Judgement.Accepted.class);
        assertRefused(judge(request.fields(Map.of("kind", "UNKNOWN"))), Rule.PUBLISHER, "no variant");
        assertRefused(judge(request.fields(Map.of())), Rule.PUBLISHER, "no variant");
    }

    private Judgement judge(String sender, String event, Tlp tlp, String... to) {
        return judge(Shape.usual(sender, event, tlp, List.of(to), List.of()));
    }

    private Judgement judge(Shape shape) {
        return Sharing.judge(policy, shape.offer(policy), Cast.NOW);
    }

    private static void assertRefused(Judgement judgement, Rule rule, String because) {
        assertThat(judgement).isInstanceOfSatisfying(Judgement.Rejected.class, rejected -> {
            assertThat(rejected.refusal().rule()).isEqualTo(rule);
            assertThat(rejected.refusal().told()).contains(because);
        });
    }
}
