package org.heliograph.standalone.cli;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.heliograph.exchange.broker.BrokerClients;
import org.heliograph.standalone.StackException;

/** The committed offsets of one group, as its own principal sees and moves them. */
final class GroupOffsets implements AutoCloseable {

    private static final ListOffsetsOptions AS_READERS_SEE_THEM = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private final Admin admin;
    private final String group;

    GroupOffsets(BrokerClients clients, String group) {
        this.admin = Admin.create(clients.admin());
        this.group = group;
    }

    /** From one offset of a partition to another. */
    record Move(long from, long to) {}

    /**
     * What would have to move, partition by partition.
     *
     * @throws StackException if the group has committed nothing, or has members
     */
    SortedMap<TopicPartition, Move> movesTo(Moment moment) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        if (committed.isEmpty()) {
            throw new StackException("group " + group + " has committed nothing; ./heliograph lag shows who has");
        }
        requireNoMembers();
        Map<TopicPartition, Long> ends = offsets(committed, OffsetSpec.latest());
        Map<TopicPartition, Long> wanted = offsets(committed, moment.asked());
        SortedMap<TopicPartition, Move> moves = new TreeMap<>(BY_NAME);
        committed.forEach((partition, offset) -> {
            long found = wanted.getOrDefault(partition, -1L);
            // Nothing is as late as that.
            long to = found < 0 ? ends.getOrDefault(partition, offset.offset()) : found;
            if (to != offset.offset()) {
                moves.put(partition, new Move(offset.offset(), to));
            }
        });
        return moves;
    }

    private void requireNoMembers() {
        int members = answer(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .mapToInt(described -> described.members().size())
                .sum();
        if (members > 0) {
            throw new StackException("group %s has %d members; end its system first, or they overwrite what is set here"
                    .formatted(group, members));
        }
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetAndMetadata> of, OffsetSpec what) {
        Map<TopicPartition, OffsetSpec> questions = new HashMap<>();
        of.keySet().forEach(partition -> questions.put(partition, what));
        Map<TopicPartition, Long> found = new HashMap<>();
        answer(admin.listOffsets(questions, AS_READERS_SEE_THEM).all())
                .forEach((partition, info) -> found.put(partition, info.offset()));
        return found;
    }

    /** All or nothing. */
    void make(Map<TopicPartition, Move> moves) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        moves.forEach((partition, move) -> offsets.put(partition, new OffsetAndMetadata(move.to())));
        if (!offsets.isEmpty()) {
            answer(admin.alterConsumerGroupOffsets(group, offsets).all());
        }
    }

    private <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownMemberIdException) {
                throw new StackException("group " + group + " got a member meanwhile; nothing was changed", e);
            }
            throw new StackException("the broker refuses: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
