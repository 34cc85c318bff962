package org.heliograph.operations.redelivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.heliograph.operations.redelivery.Decisions.NOON;
import static org.heliograph.operations.redelivery.Decisions.alert;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.Outcome;
import org.heliograph.events.Redelivery;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.junit.jupiter.api.Test;

/** What operators can ask for, and what is asked of the gate then. */
class RedeliveryWishesTest {

    private static final Policy POLICY = PolicyCompiler.compile(Path.of("../../deploy/policy"));
    private static final Duration HOUR = Duration.ofHours(1);
    private static final RedeliveryRequest XB = new RedeliveryRequest("xb", NOON, NOON.plus(HOUR));

    private final List<AuditDecision> audit = new ArrayList<>();
    private final List<Redelivery> asked = new ArrayList<>();
    private final RedeliveryBooks books = new RedeliveryBooks(10);
    private long firstKept;
    private Instant now = NOON.plus(HOUR);
    private final Redeliveries redeliveries = new Redeliveries(
            this::read,
            offers -> offer -> offer.offset() < firstKept,
            (policy, pointers) -> asked.addAll(pointers),
            books,
            () -> POLICY,
            () -> now);

    @Test
    void asksForWhatWasReleasedToThePartyInThatTimeInTheOrderOfTheAuditAndForNothingElse() {
        audit.addAll(List.of(
                alert("iom", 2, 4, NOON.minusMillis(1), "xb").build(),
                alert("iom", 2, 5, NOON, "xa", "xb").build(),
                alert("xa", 2, 9, NOON.plusSeconds(1), "xb").build(),
                alert("iom", 2, 6, NOON.plusSeconds(2), "xa").build(),
                alert("iom", 2, 7, NOON.plusSeconds(3), "xb").build(),
                alert("iom", 0, 3, NOON.plusSeconds(4), "xb").build(),
                alert("iom", 2, 8, NOON.plus(HOUR), "xb").build()));
        audit.add(alert("iom", 2, 10, NOON.plusSeconds(5), "xb")
                .setOutcome(Outcome.REPEATED)
                .build());

        RedeliveryProgress begun = ask(XB);

        assertThat(asked)
                .extracting(one -> "%s-%d@%d".formatted(one.getOutbox(), one.getPartition(), one.getOffset()))
                .containsExactly("outbox.iom-0@3", "outbox.iom-2@5", "outbox.xa-2@9", "outbox.iom-2@7");
        assertThat(asked).allSatisfy(one -> {
            assertThat(one.getParty()).isEqualTo("xb");
            assertThat(one.getOperator()).isEqualTo("duty-operator");
            assertThat(one.getReason()).isEqualTo("its database was restored");
            assertThat(one.getCommand()).isEqualTo(begun.command());
            assertThat(one.getOf()).isEqualTo(4);
        });
    }

    @Test
    void whatWasDeliveredAgainIsAskedForOnceAndByItsFirstOffer() {
        audit.add(alert("iom", 2, 5, NOON, "xb").build());
        audit.add(Decisions.again(
                new Redelivery("before", "outbox.iom", 2, 5L, "xb", "duty-operator", "a restore", 1),
                "iom",
                NOON.plusSeconds(9),
                ""));

        RedeliveryProgress begun = ask(XB);

        assertThat(begun.of()).isOne();
        assertThat(asked)
                .singleElement()
                .satisfies(one -> assertThat(one.getOutbox()).isEqualTo("outbox.iom"));
    }

    @Test
    void aPlanAsksNothingAndTellsWhatTodaysPolicyWouldRelease() {
        AuditDecision recalled = alert("xa", 1, 6, NOON, "xb").build();
        audit.addAll(List.of(
                alert("iom", 1, 4, NOON, "xb").build(),
                alert("iom", 1, 5, NOON, "xb").build(),
                recalled,
                alert("xa", 1, 7, NOON, "xb").setFacts(null).build(),
                alert("iom", 1, 8, NOON, "xb").setTlp("RED").build(),
                alert("xa", 1, 9, NOON.plus(HOUR.multipliedBy(3)), "xa-coastguard")
                        .setEventType("control.handling")
                        .setRecalledEventId(recalled.getEventId().orElseThrow())
                        .build()));
        firstKept = 5;

        RedeliveryPlan plan = redeliveries.plan(XB);

        assertThat(plan.offers()).isEqualTo(5);
        assertThat(plan.released()).isEqualTo(1);
        assertThat(plan.types()).containsExactly(new RedeliveryPlan.OfType("alert.route", 5, 1));
        assertThat(plan.refused())
                .containsEntry("GONE", 1L)
                .containsEntry("R6", 1L)
                .containsEntry(RedeliveryPlan.UNKNOWN, 1L)
                .hasSize(4);
        assertThat(asked).isEmpty();
    }

    @Test
    void nobodyTakesBackWhatAnotherSent() {
        AuditDecision alert = alert("iom", 1, 4, NOON, "xb").build();
        audit.add(alert);
        audit.add(alert("xa", 1, 5, NOON, "xc")
                .setRecalledEventId(alert.getEventId().orElseThrow())
                .build());

        assertThat(redeliveries.plan(XB).released()).isOne();
    }

    @Test
    void figuresLeaveOutWhatProtectionPartiesSent() {
        audit.add(alert("iom", 1, 4, NOON, "xb").build());
        audit.add(alert("iom-protection", 1, 5, NOON, "xb").build());

        RedeliveryPlan plan = redeliveries.plan(XB);
        RedeliveryProgress begun = redeliveries.ask(XB, plan.id(), "a restore", "duty-operator");

        assertThat(plan.offers()).isOne();
        assertThat(begun.of()).isOne();
        assertThat(asked).extracting(Redelivery::getOutbox).containsExactly("outbox.iom", "outbox.iom-protection");
        asked.forEach(one ->
                books.take(1, Decisions.again(one, one.getOutbox().substring("outbox.".length()), NOON, ""), POLICY));
        assertThat(redeliveries.progress(begun.command()).judged()).isOne();
        assertThat(redeliveries.progress(begun.command()).done()).isTrue();
    }

    @Test
    void nobodyAsksForAProtectionParty() {
        audit.add(alert("xa-protection", 1, 4, NOON, "iom-protection").build());
        RedeliveryRequest request = new RedeliveryRequest("iom-protection", NOON, NOON.plus(HOUR));

        assertRefused(() -> redeliveries.plan(request), "behind the protection firewall");
        assertRefused(() -> redeliveries.ask(request, "any", "a restore", "duty-operator"), "protection firewall");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesAPlanThatIsNoLongerWhatWouldBeAsked() {
        audit.add(alert("iom", 1, 4, NOON, "xb").build());
        String seen = redeliveries.plan(XB).id();
        assertThat(redeliveries.plan(XB).id()).isEqualTo(seen);
        audit.add(alert("iom", 1, 5, NOON, "xb").build());

        assertRefused(() -> redeliveries.ask(XB, seen, "a restore", "duty-operator"), "is no longer what would be");
        assertThat(asked).isEmpty();
    }

    @Test
    void refusesWhatIsTooMuchOrNothingOrNoTime() {
        assertRefused(() -> ask(XB), "found nothing that was released to 'xb'");
        for (int i = 0; i <= Redeliveries.MOST; i++) {
            audit.add(alert("iom", 1, i, NOON, "xb").build());
        }
        assertRefused(() -> redeliveries.plan(XB), "found more than 10000 offers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedeliveryRequest("xb", NOON, NOON))
                .withMessageContaining("expected an instant before to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedeliveryRequest("xb", Instant.MIN, NOON))
                .withMessageContaining("1970-01-01T00:00:00Z or later");
        assertThat(asked).isEmpty();
        assertThatExceptionOfType(UnknownRedeliveryException.class)
                .isThrownBy(() -> redeliveries.plan(new RedeliveryRequest("xz", NOON, NOON.plus(HOUR))))
                .withMessageContaining("no party 'xz'; there are");
    }

    @Test
    void takesNoSecondCommandForAPartyWhileTheGateIsAtTheFirst() {
        audit.add(alert("iom", 1, 4, NOON, "xb", "xc").build());
        RedeliveryProgress first = ask(XB);

        assertRefused(() -> ask(XB), "the gate is at 0 of 1 of command " + first.command());
        assertThat(ask(new RedeliveryRequest("xc", NOON, NOON.plus(HOUR))).of()).isOne();

        books.take(1, Decisions.again(asked.getFirst(), "iom", now, "R2"), POLICY);
        assertThat(ask(XB).of()).isOne();
        now = now.plus(HOUR).plusSeconds(1);
        assertThat(ask(XB).of()).isOne();
    }

    @Test
    void tellsHowFarTheGateHasComeAndWhatCameOfIt() {
        audit.addAll(List.of(
                alert("iom", 1, 4, NOON, "xb").build(),
                alert("iom", 1, 5, NOON, "xb").build(),
                alert("iom", 1, 6, NOON, "xb").build()));
        RedeliveryProgress begun = ask(XB);
        assertThat(begun.judged()).isZero();
        assertThat(begun.done()).isFalse();

        books.take(1, Decisions.again(asked.get(0), "iom", now, ""), POLICY);
        books.take(1, Decisions.again(asked.get(1), "iom", now, "GONE"), POLICY);
        assertThat(redeliveries.progress(begun.command()).judged()).isEqualTo(2);

        books.clear();
        for (int i = 0; i < 3; i++) {
            books.take(1, Decisions.again(asked.get(i), "iom", now, i == 0 ? "" : "GONE"), POLICY);
        }
        RedeliveryProgress end = redeliveries.progress(begun.command());
        assertThat(end.done()).isTrue();
        assertThat(end.released()).isOne();
        assertThat(end.refused()).isEqualTo(Map.of("GONE", 2L));
        assertThatExceptionOfType(UnknownRedeliveryException.class).isThrownBy(() -> redeliveries.progress("other"));
    }

    private void read(Instant begin, PastAudit.Reader reader) {
        audit.forEach(decision -> reader.take(
                Integer.parseInt(
                        decision.getChain().substring(decision.getChain().lastIndexOf('-') + 1)),
                decision));
    }

    private RedeliveryProgress ask(RedeliveryRequest request) {
        return redeliveries.ask(request, redeliveries.plan(request).id(), "its database was restored", "duty-operator");
    }

    private static void assertRefused(Runnable wish, String why) {
        assertThatExceptionOfType(RedeliveryRefusedException.class)
                .isThrownBy(wish::run)
                .withMessageContaining(why);
    }
}
