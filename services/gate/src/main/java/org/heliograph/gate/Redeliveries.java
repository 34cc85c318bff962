package org.heliograph.gate;

import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.Redelivery;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.MalformedValueException;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Topics;

/**
 * Fetches what operators ask to be delivered again: a few dispatches at a time, and no longer than others can wait.
 * Confined to the loop's thread.
 */
final class Redeliveries implements AutoCloseable {

    /** Dispatches in one transaction, each of which may be as large as there are. */
    static final int MOST = 10;

    private static final Pattern OUTBOX = Pattern.compile("outbox\\.[a-z][a-z0-9-]{0,62}");

    private final PastDispatches past;
    private final Duration atOnce;
    private long begin;

    /** @param atOnce after how long nothing more is begun */
    Redeliveries(PastDispatches past, Duration atOnce) {
        this.past = past;
        this.atOnce = atOnce;
    }

    /** The partitions of the group are with another instance, so that nobody can say what it is judging now. */
    static final class NotHeldException extends IllegalStateException {

        @Serial
        private static final long serialVersionUID = 1L;

        NotHeldException(TopicPartition outbox) {
            super(outbox + " is held by another instance");
        }
    }

    /**
     * From now on others wait: for so long as it takes to fetch what can be fetched at once, of all partitions
     * together.
     */
    void begin() {
        begin = System.nanoTime();
    }

    /**
     * What is asked for from the first pointer on, as far as it could be fetched at once; nothing if the first could
     * not be: try again.
     *
     * @param held partitions that this instance takes records from. What an outbox holds is judged nowhere else then,
     *     so that nothing can be taken back between the look and the copy
     * @throws NotHeldException if the outbox of the first is not among them
     */
    List<Asked> fetch(GatePolicy policy, List<ConsumerRecord<byte[], byte[]>> pointers, Set<TopicPartition> held) {
        List<Asked> fetched = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> pointer : pointers) {
            boolean enough = fetched.size() == MOST || System.nanoTime() - begin > atOnce.toNanos();
            Optional<Asked> asked = enough ? Optional.empty() : fetch(policy, pointer, held, fetched.isEmpty());
            if (asked.isEmpty()) {
                break;
            }
            fetched.add(asked.get());
        }
        return fetched;
    }

    private Optional<Asked> fetch(
            GatePolicy policy, ConsumerRecord<byte[], byte[]> pointer, Set<TopicPartition> held, boolean first) {
        Optional<Redelivery> readable = read(policy, pointer);
        if (readable.isEmpty()) {
            return Optional.of(new Asked.Unreadable());
        }
        Redelivery redelivery = readable.get();
        if (!policy.outboxes().contains(redelivery.getOutbox())) {
            return Optional.of(new Asked.Gone(redelivery));
        }
        TopicPartition outbox = new TopicPartition(redelivery.getOutbox(), redelivery.getPartition());
        if (!held.contains(outbox)) {
            if (first) {
                throw new NotHeldException(outbox);
            }
            return Optional.empty();
        }
        return past.handledSince(policy, outbox, redelivery.getOffset())
                .flatMap(handled -> past.at(outbox, redelivery.getOffset())
                        .map(found -> found.dispatch()
                                .<Asked>map(dispatch -> new Asked.There(redelivery, dispatch, handled))
                                .orElseGet(() -> new Asked.Gone(redelivery))));
    }

    private static Optional<Redelivery> read(GatePolicy policy, ConsumerRecord<byte[], byte[]> pointer) {
        byte[] value = pointer.value();
        if (value == null) {
            return Optional.empty();
        }
        try {
            WireValue wire = WireValue.split(value);
            return policy.redeliverySchema(wire.schemaId())
                    .map(schema -> AvroBinary.decode(Redelivery.class, schema.schema(), wire.binary()))
                    .filter(redelivery -> OUTBOX.matcher(redelivery.getOutbox()).matches()
                            && redelivery.getPartition() == pointer.partition()
                            && redelivery.getOffset() >= 0);
        } catch (MalformedValueException e) {
            return Optional.empty();
        }
    }

    /** Whether the records of a topic are pointers, and no dispatches. */
    static boolean areIn(String topic) {
        return topic.equals(Topics.REDELIVERIES);
    }

    @Override
    public void close() {
        past.close();
    }
}
