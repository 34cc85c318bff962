package org.heliograph.cooperation.violation;

import org.apache.kafka.common.TopicPartition;

public record StepReachesKafka(TopicPartition partition) {}
