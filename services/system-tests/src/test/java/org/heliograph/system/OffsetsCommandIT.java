package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.OfficerDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group is moved by its own principal, while nobody reads in it, or not at all. */
@HeliographStack
class OffsetsCommandIT {

    private static final String GROUP = "unodc.moved";
    private static final TopicPartition INBOX = new TopicPartition("inbox.unodc.cooperation", 0);

    private final Stack stack;

    OffsetsCommandIT(Stack stack) {
        this.stack = stack;
    }

    @BeforeEach
    void commitTheEnd() {
        try (OfficerDesk xa = new OfficerDesk(stack, Component.XA)) {
            Requests.submit(xa);
        }
        try (PartySystem unodc = new PartySystem(stack, "unodc");
                KafkaConsumer<String, byte[]> consumer = consumer(unodc)) {
            consumer.assign(List.of(INBOX));
            consumer.commitSync(Map.of(INBOX, new OffsetAndMetadata(end(consumer))));
        }
    }

    @Test
    void aDryRunShowsTheMoveAndMakesNone() {
        long before = committed();

        Said said = Said.by(stack, "offsets", "reset", GROUP, "--to", "2020-01-01T00:00:00Z", "--dry-run");

        assertThat(said.code()).isZero();
        assertThat(said.text()).contains("Nothing was changed");
        assertThat(committed()).isEqualTo(before);
    }

    @Test
    void movesToATimeAndBackToTheEnd() {
        assertThat(Said.by(stack, "offsets", "reset", GROUP, "--to", "earliest").code())
                .isZero();
        assertThat(committed()).isZero();

        assertThat(Said.by(stack, "offsets", "reset", GROUP, "--to", "2999-01-01T00:00:00Z")
                        .code())
                .isZero();
        try (PartySystem unodc = new PartySystem(stack, "unodc");
                KafkaConsumer<String, byte[]> consumer = consumer(unodc)) {
            assertThat(committed()).isLessThanOrEqualTo(end(consumer));
        }

        assertThat(Said.by(stack, "offsets", "reset", GROUP, "--to", "2020-01-01T00:00:00Z")
                        .code())
                .isZero();
        assertThat(committed()).isZero();
    }

    @Test
    void leavesAGroupAloneInWhichSomebodyReads() {
        try (PartySystem unodc = new PartySystem(stack, "unodc");
                KafkaConsumer<String, byte[]> consumer = consumer(unodc)) {
            consumer.subscribe(List.of(INBOX.topic()));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
            long before = committed();

            Said said = Said.by(stack, "offsets", "reset", GROUP, "--to", "earliest");

            assertThat(said.code()).isOne();
            assertThat(said.text()).contains("has 1 members");
            assertThat(committed()).isEqualTo(before);
        }
    }

    @Test
    void saysWhatWasExpected() {
        assertThat(Said.by(stack, "offsets", "reset", "nobody", "--to", "latest")
                        .text())
                .contains("found group 'nobody', expected");
        assertThat(Said.by(stack, "offsets", "reset", GROUP, "--to", "yesterday")
                        .text())
                .contains("found 'yesterday', expected earliest, latest, or an instant");
        assertThat(Said.by(stack, "offsets", "reset", "unodc.never", "--to", "latest")
                        .text())
                .contains("has committed nothing");
        assertThat(Said.by(stack, "offsets", "reset", "xz.inbox", "--to", "latest")
                        .text())
                .contains("'xz' has no secret");
    }

    private long committed() {
        try (PartySystem unodc = new PartySystem(stack, "unodc");
                KafkaConsumer<String, byte[]> consumer = consumer(unodc)) {
            return Objects.requireNonNull(consumer.committed(Set.of(INBOX)).get(INBOX))
                    .offset();
        }
    }

    private static long end(KafkaConsumer<String, byte[]> consumer) {
        return consumer.endOffsets(List.of(INBOX)).getOrDefault(INBOX, 0L);
    }

    private static KafkaConsumer<String, byte[]> consumer(PartySystem system) {
        return system.consumer(Map.of(ConsumerConfig.GROUP_ID_CONFIG, GROUP));
    }
}
