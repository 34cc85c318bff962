package org.heliograph.exchange.inbox;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.ControlDelivery;
import org.heliograph.events.DeliveryActor;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.ServiceUnderTest;
import org.heliograph.exchange.inbox.DeadLetter.Act;
import org.heliograph.exchange.inbox.DeadLetterRefusedException.Cause;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service that cannot bear some alerts until it is cured, and what people do about them. */
final class PoisonedService implements AutoCloseable {

    static final Duration SOON = Duration.ofMinutes(3);
    static final String POISON = "poison";
    static final int MOST = 500;
    static final Actor OPERATOR = new Actor("duty-operator", DeliveryActor.OPERATOR);
    static final Actor SECOND = new Actor("second-operator", DeliveryActor.OPERATOR);
    static final Actor OFFICER = new Actor("iom-duty-officer", DeliveryActor.OFFICER);

    final GateCopies gate;
    final ServiceUnderTest service;
    final DeadLetterOffice office;
    final Handled handled;

    PoisonedService(Grounds grounds, Class<?>... more) {
        this.gate = new GateCopies(grounds);
        List<Class<?>> beans = new ArrayList<>(List.of(more));
        beans.add(Handlers.class);
        this.service = ServiceUnderTest.start(grounds, beans);
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

    List<UUID> sendAll(List<AlertRoute> alerts) {
        alerts.forEach(gate::copy);
        return alerts.stream().map(Cases::id).toList();
    }

    List<DeadLetter> awaitLetters(String contextId, int number) {
        await().atMost(SOON).until(() -> lettersOf(contextId).size() == number);
        return lettersOf(contextId);
    }

    List<DeadLetter> lettersOf(String contextId) {
        return office.list(true, 0, MOST).stream()
                .filter(letter -> contextId.equals(letter.contextId()))
                .toList();
    }

    /** The event by which the platform knows of an act, as it lies in the outbox. */
    ControlDelivery told(Act act) {
        return service.jdbc()
                .sql("select event from outbox where event_id = ?")
                .param(Objects.requireNonNull(act.notice()))
                .query((row, number) -> AvroBinary.decode(
                        ControlDelivery.class, EventSchemas.of(ControlDelivery.class), row.getBytes(1)))
                .single();
    }

    List<String> recipients(ControlDelivery told) {
        return service.jdbc()
                .sql("select unnest(releasable_to) from outbox where event_id = ?")
                .param(told.getEnvelope().getEventId())
                .query((row, number) -> row.getString(1))
                .list();
    }

    static List<Long> ids(List<DeadLetter> letters) {
        return letters.stream().map(DeadLetter::id).toList();
    }

    static List<UUID> idsOf(List<AlertRoute> alerts, String contextId) {
        return alerts.stream()
                .filter(alert -> Cases.context(alert).equals(contextId))
                .map(Cases::id)
                .toList();
    }

    List<UUID> handledOf(List<AlertRoute> alerts, String contextId) {
        return handled.events().stream()
                .filter(idsOf(alerts, contextId)::contains)
                .toList();
    }

    static void assertRefused(Cause cause, ThrowingCallable call) {
        assertThatExceptionOfType(DeadLetterRefusedException.class)
                .isThrownBy(call)
                .extracting(DeadLetterRefusedException::refused)
                .isEqualTo(cause);
    }

    @Override
    public void close() {
        service.close();
        gate.close();
    }
}
