package org.heliograph.operations.cluster;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.DELETE_RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of each kind of topic. Log append time everywhere: nobody can date a record so that it outlives or undercuts
 * its retention.
 */
record TopicSettings(ClusterProperties cluster) {

    /** An event of 1 MiB, and 64 KiB for its distribution, its signature and headers. */
    private static final int MAX_MESSAGE_BYTES = (1024 + 64) * 1024;

    /** A holder that was away for less still sees that an event was recalled. */
    private static final Duration TOMBSTONES = Duration.ofDays(7);

    SortedMap<String, String> deleted(Duration retention) {
        SortedMap<String, String> settings = all("delete");
        settings.put(RETENTION_MS_CONFIG, millis(retention));
        return settings;
    }

    /** Deleted in time, and compacted so that a tombstone removes what it recalls. */
    SortedMap<String, String> recallable(Duration retention, Duration recalled) {
        SortedMap<String, String> settings = compactedSoon("compact,delete", recalled);
        settings.put(RETENTION_MS_CONFIG, millis(retention));
        return settings;
    }

    /** Kept for ever, but only the last record of each key: what was corrected goes in time. */
    SortedMap<String, String> replaceable(Duration replaced) {
        return compactedSoon("compact", replaced);
    }

    private SortedMap<String, String> compactedSoon(String cleanup, Duration lag) {
        SortedMap<String, String> settings = all(cleanup);
        settings.put(MAX_COMPACTION_LAG_MS_CONFIG, millis(lag));
        settings.put(MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");
        settings.put(DELETE_RETENTION_MS_CONFIG, millis(TOMBSTONES));
        return settings;
    }

    SortedMap<String, String> compacted() {
        return all("compact");
    }

    private SortedMap<String, String> all(String cleanup) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put(CLEANUP_POLICY_CONFIG, cleanup);
        settings.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        settings.put(MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
        settings.put(MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(cluster.minInsyncReplicas()));
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
