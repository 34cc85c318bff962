package org.heliograph.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.Receipt;
import org.heliograph.events.validation.EventRules;
import org.heliograph.exchange.outbox.Outbox;
import org.heliograph.exchange.outbox.OwnEvent;
import org.heliograph.exchange.receipt.Receipts;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps in memory what a desk says, once its transaction has committed. The gate answers what a test says. */
final class Mailbag implements Outbox, Receipts {

    /** An event with whom it is for. */
    record Letter(SpecificRecord event, Distribution distribution) {}

    private final List<Letter> letters = new ArrayList<>();
    private final Map<UUID, OwnEvent> said = new ConcurrentHashMap<>();
    private final List<UUID> order = new CopyOnWriteArrayList<>();
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Hold> next = new AtomicReference<>();

    /** Keeps a letter waiting within its transaction. */
    static final class Hold {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        void awaitLetter() throws InterruptedException {
            reached.await();
        }

        void release() {
            released.countDown();
        }
    }

    /** Holds the next letter. */
    Hold holdNext() {
        Hold hold = new Hold();
        next.set(hold);
        return hold;
    }

    @Override
    public void add(SpecificRecord event, Distribution distribution) {
        List<String> violations = EventRules.violations(event);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations.toString());
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no transaction");
        }
        waitIfHeld();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                synchronized (letters) {
                    letters.add(new Letter(event, distribution));
                }
                Envelope envelope = (Envelope) event.get(0);
                order.add(envelope.getEventId());
                said.put(
                        envelope.getEventId(),
                        new OwnEvent(envelope.getEventId(), envelope.getEventType(), envelope.getContextId()));
            }
        });
    }

    @Override
    public long waiting(String eventType) {
        return 0;
    }

    private void waitIfHeld() {
        Hold hold = next.getAndSet(null);
        if (hold != null) {
            hold.reached.countDown();
            try {
                hold.released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What was said since the last call. */
    List<Letter> take() {
        synchronized (letters) {
            List<Letter> taken = List.copyOf(letters);
            letters.clear();
            return taken;
        }
    }

    /** Is as if nothing had been said. */
    void forget() {
        take();
        said.clear();
        order.clear();
        receipts.clear();
        next.set(null);
    }

    @Override
    public List<Receipt> of(UUID eventId) {
        return receipts.stream()
                .filter(receipt ->
                        receipt.getEventId().filter(eventId.toString()::equals).isPresent())
                .toList();
    }

    @Override
    public Optional<OwnEvent> find(UUID eventId) {
        return Optional.ofNullable(said.get(eventId));
    }

    /** Something that the party said otherwise, such as by another of its services. */
    void said(OwnEvent event) {
        said.put(event.eventId(), event);
    }

    @Override
    public List<OwnEvent> latest(long offset, int most) {
        return order.reversed().stream().skip(offset).limit(most).map(said::get).toList();
    }

    /** The gate's answer to a letter, or to whatever else was in the outbox. */
    void answer(Receipt receipt) {
        receipts.add(receipt);
    }
}
