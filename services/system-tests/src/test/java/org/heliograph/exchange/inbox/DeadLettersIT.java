package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.heliograph.exchange.inbox.PoisonedService.OPERATOR;
import static org.heliograph.exchange.inbox.PoisonedService.POISON;
import static org.heliograph.exchange.inbox.PoisonedService.SECOND;
import static org.heliograph.exchange.inbox.PoisonedService.SOON;
import static org.heliograph.exchange.inbox.PoisonedService.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.DeliveryAct;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetter.Resolution;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retry;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.heliograph.exchange.wire.Partitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people can do about records that could not be applied, on a real broker and a real Postgres. */
@ExtendWith(GroundsExtension.class)
class DeadLettersIT {

    private final PoisonedService its;

    DeadLettersIT(Grounds grounds) {
        this.its = new PoisonedService(grounds);
    }

    @AfterEach
    void close() {
        its.close();
    }

    @Test
    void aRetryAppliesALetterAndThenWhatWaitsBehindItInOrder() {
        String poisoned = Cases.newCase();
        List<UUID> sent = its.sendAll(List.of(
                GateCopies.alert(poisoned, POISON),
                GateCopies.alert(poisoned, "route-1"),
                GateCopies.alert(poisoned, "route-2")));
        List<DeadLetter> waiting = its.awaitLetters(poisoned, 3);
        its.handled.cured().set(true);

        Retry retry = its.office.retry(waiting.getFirst().id(), OPERATOR);

        assertThat(retry.failed()).isEmpty();
        assertThat(retry.applied())
                .containsExactlyElementsOf(waiting.stream().map(DeadLetter::id).toList());
        assertThat(its.handled.events()).containsExactlyElementsOf(sent);
        assertThat(its.lettersOf(poisoned)).isEmpty();
        assertThat(its.office.find(waiting.getLast().id()).orElseThrow().resolution())
                .isEqualTo(Resolution.APPLIED);
        assertThat(its.office.acts(waiting.getFirst().id()))
                .extracting(Act::act, Act::actor)
                .containsExactly(tuple("APPLIED", "duty-operator"));
    }

    @Test
    void aLetterThatWaitsBehindAnotherIsNotTriedBeforeIt() {
        String poisoned = Cases.newCase();
        its.sendAll(List.of(GateCopies.alert(poisoned, POISON), GateCopies.alert(poisoned, "route-1")));
        List<DeadLetter> waiting = its.awaitLetters(poisoned, 2);

        assertRefused(
                Cause.BEHIND_ANOTHER, () -> its.office.retry(waiting.getLast().id(), OPERATOR));
        assertThat(its.handled.events()).isEmpty();
    }

    @Test
    void aLetterThatFailsAgainStaysAndSaysSo() {
        String poisoned = Cases.newCase();
        its.sendAll(List.of(GateCopies.alert(poisoned, POISON)));
        DeadLetter letter = its.awaitLetters(poisoned, 1).getFirst();

        Retry retry = its.office.retry(letter.id(), OPERATOR);

        assertThat(retry.applied()).isEmpty();
        assertThat(retry.failed().orElseThrow().id()).isEqualTo(letter.id());
        assertThat(its.office.acts(letter.id())).extracting(Act::act).containsExactly("RETRY_FAILED");
        assertThat(its.office.acts(letter.id()).getFirst().reason()).startsWith("IllegalStateException at ");
        assertThat(its.lettersOf(poisoned)).hasSize(1);
    }

    @Test
    void toGiveALetterUpTakesTwoPeople() {
        String poisoned = Cases.newCase();
        List<UUID> sent =
                its.sendAll(List.of(GateCopies.alert(poisoned, POISON), GateCopies.alert(poisoned, "route-1")));
        long first = its.awaitLetters(poisoned, 2).getFirst().id();

        assertRefused(Cause.NOT_PROPOSED, () -> its.office.confirmDiscard(first, SECOND));
        its.office.proposeDiscard(first, OPERATOR, "sent by mistake, as its originator says");
        assertRefused(Cause.SAME_PERSON, () -> its.office.confirmDiscard(first, OPERATOR));
        assertThat(its.office.find(first).orElseThrow().isOpen()).isTrue();
        its.office.confirmDiscard(first, SECOND);

        assertRefused(Cause.RESOLVED, () -> its.office.retry(first, OPERATOR));
        assertThat(its.office.acts(first))
                .extracting(Act::act, Act::actor)
                .containsExactly(tuple("DISCARD_PROPOSED", "duty-operator"), tuple("DISCARDED", "second-operator"));
        assertThat(its.office.acts(first))
                .extracting(act -> its.told(act).getDeliveryAct())
                .containsExactly(DeliveryAct.DISCARD_PROPOSED, DeliveryAct.DISCARDED);
        its.office.retry(its.lettersOf(poisoned).getFirst().id(), OPERATOR);
        assertThat(its.handled.events()).containsExactly(sent.getLast());
    }

    @Test
    void whatItsOriginatorTakesBackIsForgottenHereToo() {
        String poisoned = Cases.newCase();
        AlertRoute poison = GateCopies.alert(poisoned, POISON);
        its.sendAll(List.of(poison));
        DeadLetter letter = its.awaitLetters(poisoned, 1).getFirst();
        assertThat(its.office.content(letter.id()).orElseThrow()).isNotEmpty();

        its.gate.send(
                Grounds.ALERTS,
                Partitions.of(poisoned, Grounds.PARTITIONS),
                GateCopies.key(poison.getEnvelope()),
                null);

        await().atMost(SOON).until(() -> its.lettersOf(poisoned).isEmpty());
        assertThat(its.office.content(letter.id())).isEmpty();
        assertThat(its.office.find(letter.id()).orElseThrow().resolution()).isEqualTo(Resolution.RECALLED);
        assertThat(its.service
                        .jdbc()
                        .sql("select octet_length(value) from dead_letter where id = ?")
                        .param(letter.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** While a case is retried, more of it arrives: each record is applied once, in order, and none is left behind. */
    @Test
    void whatArrivesDuringRetriesKeepsItsOrder() {
        String poisoned = Cases.newCase();
        List<UUID> sent = new ArrayList<>(its.sendAll(List.of(GateCopies.alert(poisoned, POISON))));
        its.awaitLetters(poisoned, 1);
        its.handled.cured().set(true);

        Thread arrivals = Thread.ofPlatform().start(() -> {
            for (int number = 0; number < 300; number++) {
                sent.addAll(its.sendAll(List.of(GateCopies.alert(poisoned, "route-" + number))));
            }
        });
        await().atMost(SOON).until(() -> {
            its.lettersOf(poisoned).stream().findFirst().ifPresent(letter -> its.office.retry(letter.id(), OPERATOR));
            return !arrivals.isAlive() && its.handled.events().size() == 301;
        });

        assertThat(its.handled.events()).containsExactlyElementsOf(sent);
        assertThat(its.lettersOf(poisoned)).isEmpty();
    }
}
