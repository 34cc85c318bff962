package org.heliograph.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heliograph.cooperation.Deadline.Duty;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestClockTest {

    private static final RequestKind KIND = RequestKind.VESSEL_REGISTRY_BOARDING;
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final RequestClock clock = new RequestClock(Pace.standard(ClockKind.VESSEL), WorkCalendar.ALWAYS);
    private final List<Step> steps = new ArrayList<>();
    private Instant now = START;

    @Test
    void theAddresseeFirstOwesAnAcknowledgementThenADecision() {
        assertThat(read().deadline()).contains(deadline(Duty.ACKNOWLEDGE, "PT30M"));

        take("PT10M", Actor.ADDRESSEE, new Action.Acknowledge());
        assertThat(read().deadline()).contains(deadline(Duty.DECIDE, "PT4H"));

        take("PT20M", Actor.ADDRESSEE, new Action.Assign("duty desk"));
        assertThat(read().deadline()).contains(deadline(Duty.DECIDE, "PT4H"));

        take("PT30M", Actor.ADDRESSEE, new Action.Accept(List.of()));
        assertThat(read()).isEqualTo(new RequestClock.Reading(Optional.empty(), false, Optional.empty()));
    }

    @Test
    void warnsOnceThenEscalatesThroughThreeLevels() {
        assertThat(runUntil("PT10H"))
                .containsExactly("PT22M30S Warn 0", "PT1H30M Escalate 1", "PT2H30M Escalate 2", "PT3H30M Escalate 3");
    }

    @Test
    void aNewDutyIsWarnedOfAnew() {
        runUntil("PT2H");
        take("PT2H", Actor.ADDRESSEE, new Action.Acknowledge());

        assertThat(runUntil("PT5H")).containsExactly("PT3H Warn 0", "PT5H Escalate 1");
    }

    @Test
    void whoWakesUpLateEscalatesWithoutAWarning() {
        now = START.plus(Duration.ofHours(2));

        assertThat(read().next().orElseThrow().action()).isInstanceOf(Action.Escalate.class);
    }

    @Test
    void protectionEscalatesToTheThirdLevelAtOnce() {
        RequestClock emergency = new RequestClock(Pace.standard(ClockKind.PROTECTION_EMERGENCY), WorkCalendar.ALWAYS);
        now = START.plus(Duration.ofHours(1));
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RequestClock.Due due =
                    emergency.read(KIND, START, steps, now).next().orElseThrow();
            assertThat(due.at()).isEqualTo(now);
            levels.add(((Action.Escalate) due.action()).level());
            take("PT1H", Actor.SERVICE, due.action());
        }

        assertThat(levels).containsExactly(1, 2, 3);
        assertThat(emergency.read(KIND, START, steps, now).next()).isEmpty();
    }

    @Test
    void standsStillWhileTheRequesterIsAsked() {
        take("PT10M", Actor.ADDRESSEE, new Action.Acknowledge());
        take("PT1H", Actor.ADDRESSEE, new Action.Ask(List.of("Which flag?")));
        now = START.plus(Duration.ofHours(20));
        assertThat(read().paused()).isTrue();
        assertThat(read().next())
                .contains(new RequestClock.Due(at("PT1H").plus(RequestClock.LAPSE), new Action.Lapse()));

        take("PT21H", Actor.REQUESTER, new Action.Answer("XB's"));

        assertThat(read().paused()).isFalse();
        assertThat(read().deadline()).contains(deadline(Duty.DECIDE, "PT24H"));
    }

    @Test
    void aPostponementGoesOnByItselfWhenItsTimeHasCome() {
        take("PT10M", Actor.ADDRESSEE, new Action.Acknowledge());
        take("PT20M", Actor.ADDRESSEE, new Action.Assign("duty desk"));
        take(
                "PT1H",
                Actor.ADDRESSEE,
                new Action.Postpone(new Ground(ReasonCode.ONGOING_INVESTIGATION, "raid", null), at("PT11H")));
        assertThat(read().paused()).isTrue();
        assertThat(read().deadline()).contains(deadline(Duty.DECIDE, "PT14H"));

        now = at("PT12H");
        assertThat(read().paused()).isFalse();
        assertThat(runUntil("PT15H")).containsExactly("PT13H Warn 0", "PT15H Escalate 1");

        take("PT15H", Actor.ADDRESSEE, new Action.Assign("duty desk"));
        assertThat(read().deadline()).contains(deadline(Duty.DECIDE, "PT14H"));
    }

    @ParameterizedTest
    @CsvSource({"DECLINED", "WITHDRAWN", "FULFILLED"})
    void whatIsOverLapsesAfterThirtyDays(String how) {
        take("PT1M", Actor.ADDRESSEE, new Action.Acknowledge());
        switch (how) {
            case "DECLINED" -> take("PT1H", Actor.ADDRESSEE, new Action.Decline(Sample.NO_CAPACITY));
            case "WITHDRAWN" -> take("PT1H", Actor.REQUESTER, new Action.Withdraw(null));
            default -> {
                take("PT2M", Actor.ADDRESSEE, new Action.Assign("desk"));
                take("PT3M", Actor.ADDRESSEE, new Action.Accept(List.of()));
                take("PT4M", Actor.ADDRESSEE, new Action.Start());
                take(
                        "PT1H",
                        Actor.ADDRESSEE,
                        new Action.Fulfil(new Fulfilment(
                                true, "boarded", List.of("maritime.vessel-response/" + new UUID(0, 1)))));
            }
        }

        assertThat(runUntil("PT721H")).containsExactly("PT721H Lapse 0");
        assertThat(read().next()).isEmpty();
    }

    @Test
    void workingDaysCountWhereThePaceSaysSo() {
        WorkCalendar weekdays =
                new WorkCalendar(ZoneOffset.UTC, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of());
        Instant friday = Instant.parse("2026-11-27T10:00:00Z");

        assertThat(new RequestClock(Pace.standard(ClockKind.TECHNICAL), weekdays)
                        .read(RequestKind.RESEARCH_DATA, friday, List.of(), friday)
                        .deadline())
                .contains(new Deadline(Duty.ACKNOWLEDGE, Instant.parse("2026-12-02T10:00:00Z")));
        assertThat(new RequestClock(Pace.standard(ClockKind.VESSEL), weekdays)
                        .read(KIND, Instant.parse("2026-11-28T10:00:00Z"), List.of(), friday)
                        .deadline())
                .contains(new Deadline(Duty.ACKNOWLEDGE, Instant.parse("2026-11-28T10:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "VESSEL_REGISTRY_BOARDING,FUTURE,VESSEL,PT30M,PT4H,PT1H",
        "PROTECTION_REFERRAL,IMMEDIATE,PROTECTION_EMERGENCY,PT1H,PT24H,PT0S",
        "PROTECTION_REFERRAL,EXPECTED,PROTECTION_URGENT,PT8H,PT72H,PT0S",
        "PROTECTION_REFERRAL,FUTURE,PROTECTION_NORMAL,PT24H,P14D,PT0S",
        "JOINT_INVESTIGATION,IMMEDIATE,URGENT_LAW_ENFORCEMENT,PT2H,PT8H,PT4H",
        "MLA_PREPARATION,EXPECTED,JUDICIAL,PT24H,P14D,P7D",
        "IDENTITY_NATIONALITY_VERIFICATION,EXPECTED,IDENTITY,PT24H,P7D,P3D",
        "CAPACITY_BUILDING,EXPECTED,TECHNICAL,P3D,P30D,P10D",
        "RESEARCH_DATA,IMMEDIATE,TECHNICAL,P3D,P30D,P10D",
        "CAMPAIGN_SUPPORT,EXPECTED,TECHNICAL,P3D,P30D,P10D"
    })
    void everyKindHasTheClockOfTheProtocol(
            RequestKind kind,
            Urgency urgency,
            ClockKind expected,
            Duration acknowledge,
            Duration decide,
            Duration escalate) {
        ClockKind found = ClockKind.of(kind, urgency);
        Pace pace = Pace.standard(found);

        assertThat(found).isEqualTo(expected);
        assertThat(pace.acknowledge()).isEqualTo(acknowledge);
        assertThat(pace.decide()).isEqualTo(decide);
        assertThat(pace.escalate()).isEqualTo(escalate);
    }

    private RequestClock.Reading read() {
        return clock.read(KIND, START, steps, now);
    }

    /** Does what the clock says until then, as its service would. */
    private List<String> runUntil(String end) {
        List<String> done = new ArrayList<>();
        while (true) {
            Optional<RequestClock.Due> due =
                    read().next().filter(one -> !one.at().isAfter(at(end)));
            if (due.isEmpty()) {
                now = at(end);
                return done;
            }
            Action action = due.get().action();
            take(Duration.between(START, due.get().at()).toString(), Actor.SERVICE, action);
            done.add("%s %s %d"
                    .formatted(
                            Duration.between(START, now),
                            action.getClass().getSimpleName(),
                            Instance.of(KIND, steps).escalation()));
        }
    }

    private void take(String after, Actor actor, Action action) {
        now = at(after);
        Protocol protocol = new Protocol(() -> now, new Competence(Set.of(KIND)));
        Outcome outcome = protocol.decide(Instance.of(KIND, steps), actor, action);
        assertThat(outcome).isInstanceOf(Outcome.Moved.class);
        steps.add(((Outcome.Moved) outcome).step());
    }

    private static Instant at(String after) {
        return START.plus(Duration.parse(after));
    }

    private static Deadline deadline(Duty duty, String after) {
        return new Deadline(duty, at(after));
    }
}
