package org.heliograph.gate;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads outboxes outside any group, with a consumer that is opened once something is asked of it. */
final class KafkaShelf implements Shelf {

    /** For the broker's answer, which comes at once where there are records. */
    private static final Duration WAIT = Duration.ofMillis(250);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private @Nullable Consumer<byte[], byte[]> opened;

    KafkaShelf(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    @Override
    public long end(TopicPartition outbox) {
        return consumer().endOffsets(Set.of(outbox)).getOrDefault(outbox, 0L);
    }

    @Override
    public Slice read(TopicPartition outbox, long from) {
        Consumer<byte[], byte[]> consumer = consumer();
        if (!consumer.assignment().equals(Set.of(outbox))) {
            consumer.assign(List.of(outbox));
            consumer.seek(outbox, from);
        } else if (consumer.position(outbox) != from) {
            // What was fetched of the place before is dropped, so not without need.
            consumer.seek(outbox, from);
        }
        return new Slice(consumer.poll(WAIT).records(outbox), consumer.position(outbox));
    }

    private Consumer<byte[], byte[]> consumer() {
        Consumer<byte[], byte[]> consumer = opened;
        if (consumer == null) {
            consumer = consumers.get();
            opened = consumer;
        }
        return consumer;
    }

    @Override
    public void close() {
        Consumer<byte[], byte[]> consumer = opened;
        if (consumer != null) {
            consumer.close();
        }
    }
}
