package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetter.Resolution;
import org.heliograph.exchange.inbox.DeadLetterOffice.Retry;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.heliograph.exchange.wire.Partitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people can do about records that could not be applied, on a real broker and a real Postgres. */
@ExtendWith(GroundsExtension.class)
class DeadLettersIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String POISON = "poison";
    private static final int MOST = 500;

    private final GateCopies gate;
    private final ServiceUnderTest service;
    private final DeadLetterOffice office;
    private final Handled handled;

    DeadLettersIT(Grounds grounds) {
        this.gate = new GateCopies(grounds);
        this.service = ServiceUnderTest.start(grounds, List.of(Handlers.class));
        this.office = service.bean(DeadLetterOffice.class);
        this.handled = service.bean(Handled.class);
    }

    /** @param cured whether the handler bears poison by now */
    record Handled(Queue<UUID> events, AtomicBoolean cured) {}

    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        Handled handled() {
            return new Handled(new ConcurrentLinkedQueue<>(), new AtomicBoolean());
        }

        @Bean
        InboxHandler<AlertRoute> alerts(Handled handled) {
            return new InboxHandler<>() {
                @Override
                public Class<AlertRoute> eventClass() {
                    return AlertRoute.class;
                }

                @Override
                public void handle(AlertRoute event, Delivery delivery) {
                    if (event.getRouteId().equals(POISON) && !handled.cured().get()) {
                        throw new IllegalStateException("cannot bear this");
                    }
                    handled.events().add(event.getEnvelope().getEventId());
                }
            };
        }
    }

    @AfterEach
    void close() {
        service.close();
        gate.close();
    }

    @Test
    void aRetryAppliesALetterAndThenWhatWaitsBehindItInOrder() {
        String poisoned = Cases.newCase();
        List<UUID> sent = sendAll(List.of(
                GateCopies.alert(poisoned, POISON),
                GateCopies.alert(poisoned, "route-1"),
                GateCopies.alert(poisoned, "route-2")));
        List<DeadLetter> waiting = awaitLetters(poisoned, 3);
        handled.cured().set(true);

        Retry retry = office.retry(waiting.getFirst().id(), "duty-operator");

        assertThat(retry.failed()).isEmpty();
        assertThat(retry.applied())
                .containsExactlyElementsOf(waiting.stream().map(DeadLetter::id).toList());
        assertThat(handled.events()).containsExactlyElementsOf(sent);
        assertThat(lettersOf(poisoned)).isEmpty();
        assertThat(office.find(waiting.getLast().id()).orElseThrow().resolution())
                .isEqualTo(Resolution.APPLIED);
        assertThat(office.acts(waiting.getFirst().id()))
                .extracting(Act::act, Act::actor)
                .containsExactly(tuple("APPLIED", "duty-operator"));
    }

    @Test
    void aLetterThatWaitsBehindAnotherIsNotTriedBeforeIt() {
        String poisoned = Cases.newCase();
        sendAll(List.of(GateCopies.alert(poisoned, POISON), GateCopies.alert(poisoned, "route-1")));
        List<DeadLetter> waiting = awaitLetters(poisoned, 2);

        assertRefused(Cause.BEHIND_ANOTHER, () -> office.retry(waiting.getLast().id(), "duty-operator"));
        assertThat(handled.events()).isEmpty();
    }

    @Test
    void aLetterThatFailsAgainStaysAndSaysSo() {
        String poisoned = Cases.newCase();
        sendAll(List.of(GateCopies.alert(poisoned, POISON)));
        DeadLetter letter = awaitLetters(poisoned, 1).getFirst();

        Retry retry = office.retry(letter.id(), "duty-operator");

        assertThat(retry.applied()).isEmpty();
        assertThat(retry.failed().orElseThrow().id()).isEqualTo(letter.id());
        assertThat(office.acts(letter.id())).extracting(Act::act).containsExactly("RETRY_FAILED");
        assertThat(office.acts(letter.id()).getFirst().reason()).startsWith("IllegalStateException at ");
        assertThat(lettersOf(poisoned)).hasSize(1);
    }

    @Test
    void toGiveALetterUpTakesTwoPeople() {
        String poisoned = Cases.newCase();
        List<UUID> sent = sendAll(List.of(GateCopies.alert(poisoned, POISON), GateCopies.alert(poisoned, "route-1")));
        long first = awaitLetters(poisoned, 2).getFirst().id();

        assertRefused(Cause.NOT_PROPOSED, () -> office.confirmDiscard(first, "second-operator"));
        office.proposeDiscard(first, "duty-operator", "sent by mistake, as its originator says");
        assertRefused(Cause.SAME_PERSON, () -> office.confirmDiscard(first, "duty-operator"));
        assertThat(office.find(first).orElseThrow().isOpen()).isTrue();
        office.confirmDiscard(first, "second-operator");

        assertRefused(Cause.RESOLVED, () -> office.retry(first, "duty-operator"));
        assertThat(office.acts(first))
                .extracting(Act::act, Act::actor)
                .containsExactly(tuple("DISCARD_PROPOSED", "duty-operator"), tuple("DISCARDED", "second-operator"));
        office.retry(lettersOf(poisoned).getFirst().id(), "duty-operator");
        assertThat(handled.events()).containsExactly(sent.getLast());
    }

    @Test
    void whatItsOriginatorTakesBackIsForgottenHereToo() {
        String poisoned = Cases.newCase();
        AlertRoute poison = GateCopies.alert(poisoned, POISON);
        sendAll(List.of(poison));
        DeadLetter letter = awaitLetters(poisoned, 1).getFirst();
        assertThat(office.content(letter.id()).orElseThrow()).isNotEmpty();

        gate.send(
                Grounds.ALERTS,
                Partitions.of(poisoned, Grounds.PARTITIONS),
                GateCopies.key(poison.getEnvelope()),
                null);

        await().atMost(SOON).until(() -> lettersOf(poisoned).isEmpty());
        assertThat(office.content(letter.id())).isEmpty();
        assertThat(office.find(letter.id()).orElseThrow().resolution()).isEqualTo(Resolution.RECALLED);
        assertThat(service.jdbc()
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
        List<UUID> sent = new ArrayList<>(sendAll(List.of(GateCopies.alert(poisoned, POISON))));
        awaitLetters(poisoned, 1);
        handled.cured().set(true);

        Thread arrivals = Thread.ofPlatform().start(() -> {
            for (int number = 0; number < 300; number++) {
                sent.addAll(sendAll(List.of(GateCopies.alert(poisoned, "route-" + number))));
            }
        });
        await().atMost(SOON).until(() -> {
            lettersOf(poisoned).stream().findFirst().ifPresent(letter -> office.retry(letter.id(), "duty-operator"));
            return !arrivals.isAlive() && handled.events().size() == 301;
        });

        assertThat(handled.events()).containsExactlyElementsOf(sent);
        assertThat(lettersOf(poisoned)).isEmpty();
    }

    private List<UUID> sendAll(List<AlertRoute> alerts) {
        alerts.forEach(gate::copy);
        return alerts.stream().map(Cases::id).toList();
    }

    private List<DeadLetter> awaitLetters(String contextId, int number) {
        await().atMost(SOON).until(() -> lettersOf(contextId).size() == number);
        return lettersOf(contextId);
    }

    private List<DeadLetter> lettersOf(String contextId) {
        return office.list(true, 0, MOST).stream()
                .filter(letter -> contextId.equals(letter.contextId()))
                .toList();
    }

    private static void assertRefused(Cause cause, ThrowingCallable call) {
        assertThatExceptionOfType(DeadLetterRefusedException.class)
                .isThrownBy(call)
                .extracting(DeadLetterRefusedException::refused)
                .isEqualTo(cause);
    }
}
