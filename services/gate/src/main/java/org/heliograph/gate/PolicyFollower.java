package org.heliograph.gate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.sharing.policy.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the policy topics from their beginning and then follows them. No version is adopted before all that lay there
 * at the start is read: an old head must not rule, not even for a moment.
 */
final class PolicyFollower implements UntilStopped.Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String ALARM = "policy";
    private static final String READER_ALARM = "policy-reader";

    private final GateClients clients;
    private final CurrentPolicy current;
    private final GateStatus status;
    private final GateMetrics metrics;

    PolicyFollower(GateClients clients, CurrentPolicy current, GateStatus status, GateMetrics metrics) {
        this.clients = clients;
        this.current = current;
        this.status = status;
        this.metrics = metrics;
    }

    @Override
    public void make(UntilStopped work) {
        try (Consumer<byte[], byte[]> consumer = clients.policyConsumer()) {
            follow(consumer, work);
        }
    }

    @Override
    public Duration pauseAfter(Exception fault) {
        status.alarm(READER_ALARM, "the policy topics cannot be read: " + fault.getMessage());
        LOG.warn(
                "event=policy-unreadable error={} reason=\"{}\"",
                fault.getClass().getName(),
                fault.getMessage());
        return PAUSE;
    }

    private void follow(Consumer<byte[], byte[]> consumer, UntilStopped work) {
        List<TopicPartition> partitions = new ArrayList<>(partitions(consumer, Topics.POLICY_VERSIONS));
        partitions.addAll(partitions(consumer, Topics.POLICY_HEAD));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        PolicyLog log = new PolicyLog();
        boolean caughtUp = false;
        while (!work.isStopped()) {
            consumer.poll(POLL).forEach(record -> accept(log, record));
            caughtUp = caughtUp || partitions.stream().allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
            if (caughtUp) {
                status.alarm(READER_ALARM, null);
                settle(log.settle());
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, String topic) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos == null || infos.isEmpty()) {
            throw new IllegalStateException("topic " + topic + " does not exist yet");
        }
        return infos.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static void accept(PolicyLog log, ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.POLICY_HEAD)) {
            log.head(text(record.key()), text(record.value()));
        } else {
            log.version(text(record.key()), text(record.value()));
        }
    }

    private void settle(PolicyLog.Outcome outcome) {
        switch (outcome) {
            case PolicyLog.Outcome.Adopted adopted -> adopt(adopted.policy());
            case PolicyLog.Outcome.Rejected rejected -> {
                status.alarm(ALARM, rejected.reason());
                metrics.policy(rejected.reason());
                LOG.error(
                        "event=policy-rejected valid={} reason=\"{}\"",
                        status.policy().orElse("none"),
                        rejected.reason());
            }
            case PolicyLog.Outcome.Unchanged unchanged -> {}
        }
    }

    private void adopt(GatePolicy policy) {
        status.alarm(ALARM, null);
        String version = policy.version();
        if (!status.policy().equals(Optional.of(version))) {
            current.set(policy);
            status.policy(version);
            metrics.policy(null);
            metrics.outboxes(policy.outboxes());
            LOG.info(
                    "event=policy-adopted version={} parties={} schemas={}",
                    version,
                    policy.policy().parties().size(),
                    policy.policy().schemas().size());
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
