package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolTest {

    private static final RequestKind KIND = RequestKind.LEGISLATIVE_ASSISTANCE;
    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    private final Protocol protocol = new Protocol(
            InstantSource.fixed(NOW.plusNanos(456_000)), new Competence(Set.of(KIND, RequestKind.RESEARCH_DATA)));

    @Test
    void anAnswerLeadsBackToWhereItWasAsked() {
        State.Accepted accepted = new State.Accepted(List.of("in French"));
        State asked = Transition.target(new State.InProgress(), new Action.Ask(List.of("Which article?")));

        assertThat(moved(asked, Actor.REQUESTER, new Action.Answer("Article 6")).state())
                .isEqualTo(new State.InProgress());
        assertThat(Transition.target(new State.InfoNeeded(accepted, List.of("?")), new Action.Answer("yes")))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @EnumSource(value = ReasonCode.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void declinesOnlyOnGroundsThatCarryARefusal(ReasonCode code) {
        Outcome outcome = decline(KIND, new Ground(code, "because", null));

        switch (code) {
            case INSUFFICIENT_INFORMATION, NO_CAPACITY, DUPLICATE, PROTECTION_RISK ->
                assertThat(outcome).isInstanceOf(Outcome.Moved.class);
            case ONGOING_INVESTIGATION -> assertRefused(outcome, Refusal.GROUND_ONLY_POSTPONES);
            case NOT_COMPETENT -> assertRefused(outcome, Refusal.REDIRECT_REQUIRED);
            default -> assertRefused(outcome, Refusal.CONSULTATION_REQUIRED);
        }
    }

    @Test
    void aGroundNeedsACodeAndAnExplanation() {
        assertThatThrownBy(() -> new Ground(ReasonCode.UNKNOWN, "because", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Ground(ReasonCode.DUPLICATE, " ", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void declinesOnALegalGroundOnceThereWasAConsultationOnIt() {
        Ground ground = new Ground(ReasonCode.DOMESTIC_LAW_PROHIBITS, "Article 12 of the Code", null);
        Instance consulted = moved(new State.Assigned("legal desk"), Actor.ADDRESSEE, new Action.Consult(ground));

        assertThat(protocol.decide(consulted, Actor.ADDRESSEE, new Action.Decline(ground)))
                .isInstanceOf(Outcome.Moved.class);
        assertRefused(
                protocol.decide(
                        consulted,
                        Actor.ADDRESSEE,
                        new Action.Decline(new Ground(ReasonCode.NOT_IN_CONFORMITY, "form", null))),
                Refusal.CONSULTATION_REQUIRED);
    }

    @Test
    void consultsOnlyOnLegalGrounds() {
        assertRefused(
                decide(new State.Assigned("desk"), Actor.ADDRESSEE, new Action.Consult(Sample.NO_CAPACITY)),
                Refusal.NO_CONSULTATION_NEEDED);
    }

    @Test
    void postponesOnlyOnGroundsThatPassAndToATimeAhead() {
        State state = new State.Assigned("desk");
        Ground investigation = new Ground(ReasonCode.ONGOING_INVESTIGATION, "a trial in March", null);

        assertRefused(
                decide(
                        state,
                        Actor.ADDRESSEE,
                        new Action.Postpone(
                                new Ground(ReasonCode.DUPLICATE, "twice", null), NOW.plus(Duration.ofDays(1)))),
                Refusal.GROUND_DOES_NOT_POSTPONE);
        assertRefused(
                decide(state, Actor.ADDRESSEE, new Action.Postpone(investigation, NOW.minus(Duration.ofSeconds(1)))),
                Refusal.POSTPONED_TO_NO_USE);
        assertRefused(
                decide(state, Actor.ADDRESSEE, new Action.Postpone(investigation, NOW.plus(Duration.ofDays(367)))),
                Refusal.POSTPONED_TO_NO_USE);
        assertThat(decide(state, Actor.ADDRESSEE, new Action.Postpone(investigation, NOW.plus(Duration.ofDays(366)))))
                .isInstanceOf(Outcome.Moved.class);
    }

    @Test
    void reopensOnce() {
        State fulfilled = new State.Fulfilled(new Fulfilment(true, "sent", List.of()));
        Instance reopened = moved(fulfilled, Actor.REQUESTER, new Action.Reopen("the annex is missing"));
        Instance again = ((Outcome.Moved) protocol.decide(
                        reopened,
                        Actor.ADDRESSEE,
                        new Action.Fulfil(new Fulfilment(true, "sent again", List.of("https://example.org/2")))))
                .instance();

        assertRefused(
                protocol.decide(again, Actor.REQUESTER, new Action.Reopen("still missing")), Refusal.REOPENED_BEFORE);
    }

    @Test
    void escalationIsAnOverlayThatEndsWithTheDutyThatWasMissed() {
        Deadline late = new Deadline(Deadline.Duty.DECIDE, NOW);
        Instance escalated = moved(new State.Acknowledged(), Actor.SERVICE, new Action.Escalate(late, 2));
        Instance assigned =
                ((Outcome.Moved) protocol.decide(escalated, Actor.ADDRESSEE, new Action.Assign("desk"))).instance();
        Instance accepted =
                ((Outcome.Moved) protocol.decide(assigned, Actor.ADDRESSEE, new Action.Accept(List.of()))).instance();

        assertThat(escalated.state()).isEqualTo(new State.Acknowledged());
        assertThat(assigned.escalation()).isEqualTo(2);
        assertThat(accepted.escalation()).isZero();
    }

    @Test
    void canOnlyDeclineAsNotCompetentWhatThePartyDoesNotHandle() {
        RequestKind foreign = RequestKind.VESSEL_REGISTRY_BOARDING;
        Instance instance = Sample.instance(foreign, new State.Acknowledged(), 1);

        assertRefused(protocol.decide(instance, Actor.ADDRESSEE, new Action.Assign("desk")), Refusal.NOT_COMPETENT);
        assertRefused(decline(foreign, Sample.NO_CAPACITY), Refusal.NOT_COMPETENT);
        assertThat(decline(foreign, new Ground(ReasonCode.NOT_COMPETENT, "the flag State", "xb")))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(protocol.decide(instance, Actor.REQUESTER, new Action.Withdraw(null)))
                .isInstanceOf(Outcome.Moved.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LEGISLATIVE_ASSISTANCE, https://files.example/advice",
        "LEGISLATIVE_ASSISTANCE, knowledge.legal-update",
        "CAPACITY_BUILDING, capacity.activity",
        "VESSEL_REGISTRY_BOARDING, maritime.vessel-response",
        "RESEARCH_DATA, research.observation",
        "PREVENTION_PLAN_SUPPORT, prevention.strategy"
    })
    void fulfilsWithTheEventThatItsKindIsClosedWith(RequestKind kind, String needed) {
        String result = needed.startsWith("https") ? needed : needed + "/" + new UUID(0, 1);
        List<String> others = needed.contains("legal") || needed.startsWith("https")
                ? List.of()
                : List.of("https://files.example/report", "alert.route/" + new UUID(0, 1));

        assertRefused(fulfil(kind, new Fulfilment(true, "done", others)), Refusal.EVIDENCE_REQUIRED);
        assertThat(fulfil(kind, new Fulfilment(false, "done", List.of(result)))).isInstanceOf(Outcome.Moved.class);
    }

    @Test
    void fulfilsWithNumbersOrTheFormalRequestWhereTheKindIsClosedWithThem() {
        SortedMap<String, Integer> counts = new TreeMap<>(Map.of("arrests", 4));
        SortedMap<String, Integer> reached = new TreeMap<>(Map.of("persons-reached", 12_000));
        List<String> notice = List.of("campaign.notice/" + new UUID(0, 1));
        FormalRequest sent = new FormalRequest("MLA 12/2026", LocalDate.parse("2026-03-01"));

        assertRefused(
                fulfil(RequestKind.JOINT_INVESTIGATION, new Fulfilment(true, "done", notice)),
                Refusal.EVIDENCE_REQUIRED);
        assertThat(fulfil(RequestKind.JOINT_INVESTIGATION, new Fulfilment(true, "done", List.of(), counts, null)))
                .isInstanceOf(Outcome.Moved.class);
        assertRefused(
                fulfil(RequestKind.MLA_PREPARATION, new Fulfilment(true, "done", notice, counts, null)),
                Refusal.EVIDENCE_REQUIRED);
        assertThat(fulfil(RequestKind.MLA_PREPARATION, new Fulfilment(true, "done", List.of(), new TreeMap<>(), sent)))
                .isInstanceOf(Outcome.Moved.class);
        assertRefused(
                fulfil(RequestKind.CAMPAIGN_SUPPORT, new Fulfilment(true, "done", notice, counts, null)),
                Refusal.EVIDENCE_REQUIRED);
        assertRefused(
                fulfil(RequestKind.CAMPAIGN_SUPPORT, new Fulfilment(true, "done", List.of(), reached, null)),
                Refusal.EVIDENCE_REQUIRED);
        assertThat(fulfil(RequestKind.CAMPAIGN_SUPPORT, new Fulfilment(true, "done", notice, reached, null)))
                .isInstanceOf(Outcome.Moved.class);
    }

    private static Outcome fulfil(RequestKind kind, Fulfilment fulfilment) {
        return new Protocol(InstantSource.fixed(NOW), new Competence(Set.of(kind)))
                .decide(
                        Sample.instance(kind, new State.InProgress(), 4),
                        Actor.ADDRESSEE,
                        new Action.Fulfil(fulfilment));
    }

    private static void assertRefused(Outcome outcome, Refusal refusal) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private Outcome decline(RequestKind kind, Ground ground) {
        return protocol.decide(
                Sample.instance(kind, new State.Acknowledged(), 1), Actor.ADDRESSEE, new Action.Decline(ground));
    }

    private Outcome decide(State state, Actor actor, Action action) {
        return protocol.decide(Sample.instance(KIND, state, 1), actor, action);
    }

    private Instance moved(State state, Actor actor, Action action) {
        return ((Outcome.Moved) decide(state, actor, action)).instance();
    }
}
