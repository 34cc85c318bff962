package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.heliograph.exchange.inbox.PoisonedService.MOST;
import static org.heliograph.exchange.inbox.PoisonedService.OFFICER;
import static org.heliograph.exchange.inbox.PoisonedService.OPERATOR;
import static org.heliograph.exchange.inbox.PoisonedService.POISON;
import static org.heliograph.exchange.inbox.PoisonedService.SECOND;
import static org.heliograph.exchange.inbox.PoisonedService.SOON;
import static org.heliograph.exchange.inbox.PoisonedService.assertRefused;
import static org.heliograph.exchange.inbox.PoisonedService.ids;
import static org.heliograph.exchange.inbox.PoisonedService.idsOf;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryAct;
import org.heliograph.events.DeliveryActor;
import org.heliograph.events.DeliveryFailure;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetter.Resolution;
import org.heliograph.exchange.inbox.DeadLetterOffice.Choice;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retries;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.heliograph.exchange.wire.Partitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How letters are settled for good, and that the platform is told of each act; on a real broker and Postgres. */
@ExtendWith(GroundsExtension.class)
class SettledLettersIT {

    private static final String REASON = "a time in it cannot be stored";

    private final PoisonedService its;

    SettledLettersIT(Grounds grounds) {
        this.its = new PoisonedService(grounds);
    }

    @AfterEach
    void close() {
        its.close();
    }

    @Test
    void aReturnClosesTheLetterAndTellsItsOriginatorWhatWaitsBehindItCanBeTried() {
        String poisoned = Cases.newCase();
        AlertRoute poison = GateCopies.alert(poisoned, POISON);
        AlertRoute behind = GateCopies.alert(poisoned, "route-1");
        its.sendAll(List.of(poison, behind));
        List<DeadLetter> waiting = its.awaitLetters(poisoned, 2);
        long first = waiting.getFirst().id();
        long second = waiting.getLast().id();

        assertRefused(Cause.BEHIND_ANOTHER, () -> its.office.giveBack(second, OFFICER, REASON));
        its.office.giveBack(first, OFFICER, REASON);

        assertThat(its.office.find(first).orElseThrow().resolution()).isEqualTo(Resolution.RETURNED);
        ControlDelivery told = its.told(its.office.acts(first).getLast());
        assertThat(told.getTargetEventId()).isEqualTo(Cases.id(poison));
        assertThat(told.getTargetEventType()).isEqualTo("alert.route");
        assertThat(told.getTargetOriginator()).isEqualTo("xa");
        assertThat(told.getDeliveryAct()).isEqualTo(DeliveryAct.RETURNED);
        assertThat(told.getDecidedBy()).isEqualTo(DeliveryActor.OFFICER);
        assertThat(told.getFailure()).isEqualTo(DeliveryFailure.NOT_APPLIED);
        assertThat(told.getReason()).contains(REASON);
        assertThat(told.getEnvelope().getContextId()).isEqualTo(poisoned);
        assertThat(told.getEnvelope().getTlp())
                .isEqualTo(poison.getEnvelope().getTlp())
                .isNotEqualTo(Tlp.CLEAR);
        assertThat(told.toString()).doesNotContain("iom-duty-officer", POISON);
        assertThat(its.recipients(told)).containsExactly("xa");
        its.office.retry(second, OFFICER);
        assertThat(its.handled.events()).containsExactly(Cases.id(behind));
        assertThat(its.told(its.office.acts(second).getLast()).getFailure()).isEqualTo(DeliveryFailure.WAITED);
    }

    /** An act that cannot be told is not done: both are one transaction. */
    @Test
    void nothingIsSettledWithoutBeingTold() {
        String poisoned = Cases.newCase();
        its.sendAll(List.of(GateCopies.alert(poisoned, POISON)));
        long letter = its.awaitLetters(poisoned, 1).getFirst().id();

        assertThatIllegalArgumentException().isThrownBy(() -> its.office.giveBack(letter, OFFICER, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> its.office.proposeDiscard(letter, OFFICER, " "));

        DeadLetter after = its.office.find(letter).orElseThrow();
        assertThat(after.isOpen()).isTrue();
        assertThat(after.discard()).isNull();
        assertThat(its.office.acts(letter)).isEmpty();
    }

    @Test
    void aLetterWhoseEnvelopeCannotBeReadHasNobodyToBeGivenBackTo() {
        AlertRoute alert = GateCopies.alert(Cases.newCase(), "route-1");
        its.gate.send(
                Grounds.ALERTS,
                Partitions.of(Cases.context(alert), Grounds.PARTITIONS),
                GateCopies.key(alert.getEnvelope()),
                new byte[] {1, 2, 3});
        DeadLetter letter = await().atMost(SOON)
                .until(
                        () -> its.office.list(true, 0, MOST).stream()
                                .filter(one -> Cases.id(alert).equals(one.eventId()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        assertRefused(Cause.NO_EVENT, () -> its.office.returning(letter.id(), OFFICER, REASON));
        assertRefused(Cause.NO_EVENT, () -> its.office.giveBack(letter.id(), OFFICER, REASON));
        its.office.proposeDiscard(letter.id(), OPERATOR, REASON);
        its.office.confirmDiscard(letter.id(), SECOND);

        assertThat(its.office.acts(letter.id())).extracting(Act::notice).containsOnlyNulls();
    }

    @Test
    void anEventOfThePartyItselfIsNotGivenBack() {
        String poisoned = Cases.newCase();
        its.sendAll(List.of(GateCopies.ofIom(GateCopies.alert(poisoned, POISON))));
        long letter = its.awaitLetters(poisoned, 1).getFirst().id();

        assertRefused(Cause.OWN_EVENT, () -> its.office.giveBack(letter, OFFICER, REASON));
    }

    @Test
    void whatIsSettledStaysSettled() {
        List<Consumer<Long>> ways = List.of(
                letter -> {
                    its.handled.cured().set(true);
                    its.office.retry(letter, OPERATOR);
                    its.handled.cured().set(false);
                },
                letter -> its.office.giveBack(letter, OPERATOR, REASON),
                letter -> {
                    its.office.proposeDiscard(letter, OPERATOR, REASON);
                    its.office.confirmDiscard(letter, SECOND);
                });
        for (Consumer<Long> way : ways) {
            String poisoned = Cases.newCase();
            its.sendAll(List.of(GateCopies.alert(poisoned, POISON)));
            long letter = its.awaitLetters(poisoned, 1).getFirst().id();
            way.accept(letter);
            List<Act> acts = its.office.acts(letter);

            assertRefused(Cause.RESOLVED, () -> its.office.retry(letter, OPERATOR));
            assertRefused(Cause.RESOLVED, () -> its.office.returning(letter, OPERATOR, REASON));
            assertRefused(Cause.RESOLVED, () -> its.office.giveBack(letter, OPERATOR, REASON));
            assertRefused(Cause.RESOLVED, () -> its.office.proposeDiscard(letter, OPERATOR, REASON));
            assertRefused(Cause.RESOLVED, () -> its.office.confirmDiscard(letter, SECOND));
            assertThat(its.office.acts(letter)).isEqualTo(acts);
        }
    }

    /** Two cases of one originator and one of another, mixed as they came: those that are chosen keep their order. */
    @Test
    void manyCasesAreRetriedEachInItsOrder() {
        String one = Cases.newCase();
        String two = Cases.newCase();
        String others = Cases.newCase();
        List<AlertRoute> alerts = List.of(
                GateCopies.alert(one, POISON),
                GateCopies.of("unodc", GateCopies.alert(others, POISON)),
                GateCopies.alert(two, POISON),
                GateCopies.alert(one, "route-1"),
                GateCopies.alert(two, "route-1"),
                GateCopies.alert(one, "route-2"));
        its.sendAll(alerts);
        List<DeadLetter> ofOne = its.awaitLetters(one, 3);
        List<DeadLetter> ofTwo = its.awaitLetters(two, 2);
        long other = its.awaitLetters(others, 1).getFirst().id();
        long before = Math.min(ofOne.getFirst().id(), ofTwo.getFirst().id()) - 1;
        Choice choice = new Choice("xa", "alert.route", "IllegalStateException");
        its.handled.cured().set(true);

        Retries first = its.office.retryAll(choice, OPERATOR, before, 1);
        Retries second = its.office.retryAll(choice, OPERATOR, first.next().orElseThrow(), 1);
        Retries third = its.office.retryAll(choice, OPERATOR, second.next().orElseThrow(), 1);

        assertThat(List.of(first.applied(), second.applied())).containsExactlyInAnyOrder(ids(ofOne), ids(ofTwo));
        assertThat(third.applied()).isEmpty();
        assertThat(third.next()).isEmpty();
        assertThat(its.handledOf(alerts, one)).containsExactlyElementsOf(idsOf(alerts, one));
        assertThat(its.handledOf(alerts, two)).containsExactlyElementsOf(idsOf(alerts, two));
        assertThat(its.office.find(other).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void aCaseThatStillFailsHoldsUpNoOtherAndSaysSo() {
        String poisoned = Cases.newCase();
        its.sendAll(List.of(GateCopies.alert(poisoned, POISON), GateCopies.alert(poisoned, "route-1")));
        List<DeadLetter> waiting = its.awaitLetters(poisoned, 2);
        long first = waiting.getFirst().id();

        Retries retries = its.office.retryAll(Choice.ALL, OPERATOR, first - 1, MOST);

        assertThat(retries.applied()).isEmpty();
        assertThat(retries.failed()).extracting(DeadLetter::id).containsExactly(first);
        assertThat(its.told(its.office.acts(first).getLast()).getDeliveryAct()).isEqualTo(DeliveryAct.FAILED_AGAIN);
        assertThat(its.office.acts(waiting.getLast().id())).isEmpty();
    }
}
