package org.heliograph.operations.cluster;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A topic that the policy calls for.
 *
 * @param configs all settings that the topic has of its own; every other setting is the broker's default
 */
record DesiredTopic(String name, int partitions, SortedMap<String, String> configs) {

    DesiredTopic {
        configs = Collections.unmodifiableSortedMap(new TreeMap<>(configs));
    }

    DesiredTopic(String name, int partitions, Map<String, String> configs) {
        this(name, partitions, new TreeMap<>(configs));
    }
}
