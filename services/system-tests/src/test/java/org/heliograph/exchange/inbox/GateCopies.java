package org.heliograph.exchange.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.wire.CopyKey;
import org.heliograph.exchange.wire.EventSerializer;
import org.heliograph.exchange.wire.Partitions;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.jspecify.annotations.Nullable;

/** Writes to the inbox of {@code iom} with the gate's credentials, right copies and wrong ones. */
final class GateCopies implements AutoCloseable {

    private final PartySystem gate;
    private final Producer<byte[], byte[]> copies;
    private final EventSerializer<SpecificRecord> events;

    GateCopies(Grounds grounds) {
        this.gate = new PartySystem(grounds.stack(), "gate");
        this.copies = gate.producer(Map.of());
        this.events = new EventSerializer<>(gate.schemas());
    }

    EventSerializer<SpecificRecord> events() {
        return events;
    }

    /** Writes a copy as the gate does. */
    void copy(AlertRoute event) {
        int partition = Partitions.of(Cases.context(event), Grounds.PARTITIONS);
        send(Grounds.ALERTS, partition, key(event.getEnvelope()), events.write(Grounds.ALERTS, event));
    }

    /** As the gate keys it. */
    static String key(Envelope envelope) {
        return new CopyKey(envelope.getOriginatorParty(), envelope.getEventId()).text();
    }

    void send(String topic, int partition, String key, byte @Nullable [] value) {
        try {
            copies.send(new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** That the event was released to two parties, and withheld from a third. */
    static Receipt receipt(UUID eventId) {
        return Receipt.newBuilder()
                .setDispatch("outbox.iom-3@" + System.nanoTime())
                .setSeq(12L)
                .setEventId(eventId.toString())
                .setOutcome(Outcome.RELEASED)
                .setReleasedTo(List.of("unodc", "xa"))
                .setWithheldFrom(List.of(PartyDecision.newBuilder()
                        .setParty("xb")
                        .setReleased(false)
                        .setRule("R2")
                        .setReason("not releasable")
                        .build()))
                .setPolicyVersion("abc")
                .setDecidedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    static AlertRoute alert(String contextId, String routeId) {
        AlertRoute sample = SampleEvents.alertRoute("xa");
        return AlertRoute.newBuilder(sample)
                .setEnvelope(Envelope.newBuilder(sample.getEnvelope())
                        .setContextId(contextId)
                        .build())
                .setRouteId(routeId)
                .build();
    }

    static AlertRoute ofIom(AlertRoute alert) {
        return of("iom", alert);
    }

    /** The same, id and case included, of another originator. */
    static AlertRoute of(String originator, AlertRoute alert) {
        return AlertRoute.newBuilder(alert)
                .setEnvelope(Envelope.newBuilder(alert.getEnvelope())
                        .setOriginatorParty(originator)
                        .build())
                .build();
    }

    @Override
    public void close() {
        copies.close();
        gate.close();
    }
}
