package org.heliograph.bench;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;

/** The gate working off a backlog, beside the least that could stand in its place. */
final class Loops {

    private static final String OUTBOX = "outbox.xa";
    private static final int COPIES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    // What the headers of one copy take: names and values of the nine that the gate sets.
    private static final int HEADER_BYTES = 480;

    private final Stack stack;
    private final Bare bare;
    private final Sizes sizes;
    private final Offers offers;
    private final PartySystem xa;
    private final Progress progress;

    Loops(Stack stack, Bare bare, Sizes sizes, Offers offers, PartySystem xa, Progress progress) {
        this.stack = stack;
        this.bare = bare;
        this.sizes = sizes;
        this.offers = offers;
        this.xa = xa;
        this.progress = progress;
        offers.sign(sizes.backlog());
    }

    /** Records of the source that are as large as dispatches, copied three times each. */
    Step bareLoop(String name) {
        progress.say(name);
        int all = sizes.warmUp() + sizes.backlog();
        byte[] dispatch = offers.whole(BenchPolicy.recipients("xa", COPIES));
        try (Admin admin = bare.admin();
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(bare.login(), new ByteArraySerializer(), new ByteArraySerializer())) {
            Drain drain = new Drain(admin, BareLoop.GROUP, Bare.SOURCE);
            long from = drain.committed();
            for (int index = 0; index < all; index++) {
                var _ = producer.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                        Bare.SOURCE, index % stack.roster().partitions(), null, dispatch));
            }
            producer.flush();
            try (BareLoop loop = new BareLoop(bare.login(), offers.anEvent(), HEADER_BYTES, COPIES)) {
                loop.start();
                return said(new Step(name, drain.measure(from, sizes.warmUp(), all, PATIENCE), null));
            }
        }
    }

    /** The gate, from a backlog that was written while it was paused. */
    Step gate(int recipients) {
        progress.say("gate to %d", recipients);
        try (Admin admin = bare.admin();
                KafkaProducer<byte[], byte[]> producer = xa.producer(Map.of())) {
            Drain drain = new Drain(admin, "gate.release", OUTBOX);
            long from = drain.committed();
            int all = sizes.warmUp() + sizes.backlog();
            // Paused, not stopped, so that it stays compiled.
            Paused.during(
                    Component.GATE, () -> offers.send(producer, OUTBOX, all, BenchPolicy.recipients("xa", recipients)));
            return said(new Step(
                    "gate alone, to %d".formatted(recipients),
                    drain.measure(from, sizes.warmUp(), all, PATIENCE),
                    null));
        }
    }

    private Step said(Step step) {
        progress.say(
                "  %s: %,.0f records/s, %s",
                step.name(), step.throughput().perSecond(), step.throughput().cpuMicros());
        return step;
    }
}
