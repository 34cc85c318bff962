package org.heliograph.gate;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the threads of the gate say about themselves, for health. Safe for all threads. */
final class GateStatus {

    private final Map<TopicPartition, String> problems = new ConcurrentHashMap<>();
    private final Map<String, String> alarms = new ConcurrentHashMap<>();
    private volatile @Nullable String policyVersion;
    private volatile boolean joined;

    void policy(String version) {
        policyVersion = version;
    }

    Optional<String> policy() {
        return Optional.ofNullable(policyVersion);
    }

    void joined() {
        joined = true;
    }

    void left() {
        joined = false;
        problems.clear();
    }

    boolean hasJoined() {
        return joined;
    }

    void failing(TopicPartition partition, String reason) {
        problems.put(partition, reason);
    }

    void stopped(TopicPartition partition, String reason) {
        problems.put(partition, "stopped: " + reason);
    }

    void recovered(TopicPartition partition) {
        problems.remove(partition);
    }

    /** Raises what concerns a whole part of the gate; a null reason ends it. */
    void alarm(String part, @Nullable String reason) {
        if (reason == null) {
            alarms.remove(part);
        } else {
            alarms.put(part, reason);
        }
    }

    Map<String, String> problems() {
        Map<String, String> all = new TreeMap<>(alarms);
        problems.forEach((partition, reason) -> all.put(partition.toString(), reason));
        return Collections.unmodifiableMap(all);
    }
}
