package org.heliograph.standalone.sandbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.TopicPartition;

/** The consumer group of the client, as the broker sees it. */
record ClientGroup(Admin admin, String name) {

    /** Offsets to read next, of the partitions for which there is one. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Stand.answer(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** Whether somebody reads in it. */
    boolean hasReaders() {
        return Stand.answer(admin.describeConsumerGroups(List.of(name)).all()).values().stream()
                .map(ConsumerGroupDescription::members)
                .flatMap(Collection::stream)
                .anyMatch(member -> !member.assignment().topicPartitions().isEmpty());
    }

    /** Makes the broker forget all members, as it does with those of which it hears nothing for long. */
    void forgetMembers() {
        if (Stand.answer(admin.describeConsumerGroups(List.of(name)).all()).values().stream()
                .anyMatch(group -> !group.members().isEmpty())) {
            Stand.answer(admin.removeMembersFromConsumerGroup(name, new RemoveMembersFromConsumerGroupOptions())
                    .all());
        }
    }
}
