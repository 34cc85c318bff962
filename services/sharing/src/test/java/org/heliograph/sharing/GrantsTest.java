package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Policy;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final Instant FROM = Cast.NOW;
    private static final Instant UNTIL = Cast.NOW.plus(Duration.ofDays(10));

    private final Grant toStateZ = grant("state-z", "alert.route");

    @Test
    void releasesToAPartyThatIsNamedWhatTheMatrixDoesNotGiveIt() {
        assertThat(decide(alert(Tlp.AMBER, "state-z"), "state-z", FROM, toStateZ))
                .isEqualTo(new Released(Rule.GRANT, "grant g-1 until 2026-04-10T00:00:00Z, for OPERATIONAL_LE"));
        assertThat(decide(alert(Tlp.AMBER, "state-z"), "state-z", FROM)).isInstanceOf(SharingDecision.Refused.class);
    }

    @Test
    void isInForceFromItsBeginningUntilItsEndAndNoLonger() {
        Shape alert = alert(Tlp.AMBER, "state-z", "aid");

        assertThat(decide(alert, "state-z", FROM.minusMillis(1), toStateZ)).isInstanceOf(Withheld.class);
        assertThat(decide(alert, "state-z", FROM, toStateZ)).isInstanceOf(Released.class);
        assertThat(decide(alert, "state-z", UNTIL.minusMillis(1), toStateZ)).isInstanceOf(Released.class);
        assertThat(decide(alert, "state-z", UNTIL, toStateZ)).isInstanceOf(Withheld.class);
    }

    @Test
    void isForItsPurposeAlone() {
        Shape research = alert(Tlp.AMBER, "state-z", "state-x").purposes(Purpose.RESEARCH_STATISTICS);

        assertThat(decide(research, "state-z", FROM, toStateZ)).isInstanceOf(Withheld.class);
    }

    @Test
    void givesAReceiverAPurposeThatIsNotItsOwn() {
        Shape research = alert(Tlp.GREEN, "client-x", "aid").purposes(Purpose.RESEARCH_STATISTICS);
        Grant wider = new Grant(
                "g-2",
                "client-x",
                "alert.route",
                Optional.empty(),
                Purpose.RESEARCH_STATISTICS,
                "treaty",
                Grant.ANY_CASE,
                "head-of-desk",
                Optional.empty(),
                FROM,
                UNTIL);

        assertThat(decide(research, "client-x", FROM)).isInstanceOf(Withheld.class);
        assertThat(decide(research, "client-x", FROM, wider).rule()).isEqualTo(Rule.GRANT);
    }

    @Test
    void whatTheMatrixGivesIsReleasedByTheMatrix() {
        assertThat(decide(alert(Tlp.GREEN, "state-x", "aid"), "state-x", FROM, grant("state-x", "alert.route"))
                        .rule())
                .isEqualTo(Rule.R2);
    }

    @Test
    void isForItsCaseAlone() {
        Shape alert = alert(Tlp.AMBER, "state-z", "aid");

        assertThat(decide(alert, "state-z", FROM, ofCase(Cast.CASE, true))).isInstanceOf(Released.class);
        assertThat(decide(alert, "state-z", FROM, ofCase(Cast.CASE.replace('7', '8'), true)))
                .isInstanceOf(Withheld.class);
    }

    @Test
    void coversNothingFromAmberUpWithoutASecondPerson() {
        Grant alone = ofCase(Grant.ANY_CASE, false);

        assertThat(decide(alert(Tlp.GREEN, "state-z", "aid"), "state-z", FROM, alone))
                .isInstanceOf(Released.class);
        assertThat(decide(alert(Tlp.AMBER, "state-z", "aid"), "state-z", FROM, alone))
                .isInstanceOf(Withheld.class);
    }

    @Test
    void doesNotReachWhoIsNotNamedItself() {
        assertThat(decide(alert(Tlp.GREEN), "state-z", FROM, toStateZ)).isInstanceOf(Withheld.class);
        assertThat(decide(coop("MLA", "state-x"), "client-x", FROM, grant("client-x", "coop.request")))
                .isInstanceOf(Withheld.class);
    }

    @Test
    void liftsNeitherClearanceNorLaneNorAnExclusion() {
        Shape excluded =
                Shape.usual("aid", "alert.route", Tlp.GREEN, List.of("state-z", "state-x"), List.of("state-z"));

        assertThat(((Withheld) decide(
                                alert(Tlp.AMBER_STRICT, "client-x", "aid-office"),
                                "client-x",
                                FROM,
                                grant("client-x", "alert.route")))
                        .change())
                .isEqualTo("mark it AMBER at most");
        assertThat(decide(alert(Tlp.GREEN, "lab", "state-x"), "lab", FROM, grant("lab", "alert.route"))
                        .reason())
                .isEqualTo("not in lane OPERATIONAL");
        assertThat(decide(excluded, "state-z", FROM, toStateZ).reason()).isEqualTo("excluded by the originator");
    }

    @Test
    void isForItsVariantAlone() {
        Shape mla = coop("MLA", "state-x", "aid-office").purposes(Purpose.OPERATIONAL_LE);

        assertThat(decide(mla, "aid-office", FROM, ofVariant("judicial"))).isInstanceOf(Released.class);
        assertThat(decide(mla, "aid-office", FROM, ofVariant("technical"))).isInstanceOf(Withheld.class);
    }

    @Test
    void isForItsEventAndPartyAlone() {
        Shape alert = alert(Tlp.AMBER, "state-z", "aid");

        assertThat(decide(alert, "state-z", FROM, grant("state-z", "coop.request")))
                .isInstanceOf(Withheld.class);
        assertThat(decide(alert, "state-z", FROM, grant("lab", "alert.route"))).isInstanceOf(Withheld.class);
    }

    private static SharingDecision decide(Shape shape, String recipient, Instant at, Grant... grants) {
        Policy policy = Cast.policy(List.of(grants));
        return Sharing.decide(policy, shape.offer(policy), recipient, at);
    }

    private static Shape alert(Tlp tlp, String... to) {
        return Shape.usual("state-y", "alert.route", tlp, List.of(to), List.of());
    }

    private static Shape coop(String kind, String... to) {
        return Shape.usual("state-y", "coop.request", Tlp.AMBER, List.of(to), List.of())
                .fields(Map.of("kind", kind));
    }

    private static Grant grant(String party, String event) {
        return new Grant(
                "g-1",
                party,
                event,
                Optional.empty(),
                Purpose.OPERATIONAL_LE,
                "treaty",
                Grant.ANY_CASE,
                "head-of-desk",
                Optional.of("legal-officer"),
                FROM,
                UNTIL);
    }

    private static Grant ofCase(String reference, boolean approved) {
        return new Grant(
                "g-1",
                "state-z",
                "alert.route",
                Optional.empty(),
                Purpose.OPERATIONAL_LE,
                "treaty",
                reference,
                "head-of-desk",
                approved ? Optional.of("legal-officer") : Optional.empty(),
                FROM,
                UNTIL);
    }

    private static Grant ofVariant(String variant) {
        return new Grant(
                "g-1",
                "aid-office",
                "coop.request",
                Optional.of(variant),
                Purpose.OPERATIONAL_LE,
                "treaty",
                Grant.ANY_CASE,
                "head-of-desk",
                Optional.of("legal-officer"),
                FROM,
                UNTIL);
    }
}
