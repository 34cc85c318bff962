package org.heliograph.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One partition of an outbox in memory; gives one record at a time, or none as long as it is away. */
final class MemoryShelf implements Shelf {

    private final NavigableMap<Long, byte[]> records = new TreeMap<>();
    private final List<Long> reads = new ArrayList<>();
    private long end;
    private boolean away;

    void put(long offset, byte[] value) {
        records.put(offset, value);
        end = offset + 1;
    }

    void deleteBefore(long offset) {
        records.headMap(offset).clear();
    }

    void isAway(boolean isAway) {
        away = isAway;
    }

    /** From where it was read, in order; asking again clears it. */
    List<Long> reads() {
        List<Long> all = List.copyOf(reads);
        reads.clear();
        return all;
    }

    @Override
    public long end(TopicPartition outbox) {
        return end;
    }

    @Override
    public Slice read(TopicPartition outbox, long from) {
        if (away) {
            return new Slice(List.of(), from);
        }
        reads.add(from);
        Map.Entry<Long, byte[]> next = records.ceilingEntry(from);
        return next == null
                ? new Slice(Collections.emptyList(), end)
                : new Slice(
                        List.of(new ConsumerRecord<>(
                                outbox.topic(), outbox.partition(), next.getKey(), new byte[0], next.getValue())),
                        next.getKey() + 1);
    }

    @Override
    public void close() {
        records.clear();
    }
}
