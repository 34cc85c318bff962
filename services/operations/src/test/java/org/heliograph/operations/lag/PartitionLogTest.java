package org.heliograph.operations.lag;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionLogTest {

    private final PartitionLog log = new PartitionLog(new TopicPartition("outbox.xa", 0));

    @Test
    void countsWhatWasAppendedFromLookToLook() {
        log.isBetween(0, 1_000);
        assertThat(log.appended()).as("nobody knows since when").isZero();

        log.isBetween(0, 1_007);
        assertThat(log.appended()).isEqualTo(7);

        log.isBetween(900, 1_007);
        assertThat(log.appended()).isZero();
    }

    @Test
    void countsOnOverALookThatItDidNotAnswer() {
        log.isBetween(0, 10);
        log.isAway();
        assertThat(log.appended()).isZero();

        log.isBetween(0, 15);

        assertThat(log.appended()).isEqualTo(5);
    }

    @Test
    void countsNothingBackwardsWhereItWasMadeAnew() {
        log.isBetween(0, 10);

        log.isBetween(0, 3);

        assertThat(log.appended()).isZero();
    }
}
