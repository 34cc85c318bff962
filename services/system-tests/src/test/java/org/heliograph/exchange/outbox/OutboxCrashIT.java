package org.heliograph.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.Cases;
import org.heliograph.exchange.Grounds;
import org.heliograph.exchange.GroundsExtension;
import org.heliograph.exchange.ServiceUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the outbox promises whenever a service crashes, and when its database comes from a backup. */
@ExtendWith(GroundsExtension.class)
class OutboxCrashIT {

    private final IomOutbox outbox;

    OutboxCrashIT(Grounds grounds) {
        this.outbox = new IomOutbox(grounds);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void sendsAfterACrashBetweenCommitAndSend() {
        AlertRoute alert = IomOutbox.alert(Cases.newCase());

        try (ServiceUnderTest crashing = outbox.start(IomOutbox.NO_RELAY)) {
            crashing.add(alert);
        }
        assertThat(outbox.newsOf(Cases.context(alert))).isEmpty();

        try (ServiceUnderTest restarted = outbox.start()) {
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(IomOutbox.unsent(restarted)).isZero());
        }
        assertThat(outbox.newsOf(Cases.context(alert))).containsExactly(Cases.id(alert));
        outbox.assertNumbersWithoutGaps();
    }

    @Test
    void sendsAfterACrashBetweenNumberingAndSend() {
        AlertRoute alert = IomOutbox.alert(Cases.newCase());

        try (ServiceUnderTest crashing = outbox.start(IomOutbox.NO_RELAY)) {
            crashing.add(alert);
            crashing.jdbc()
                    .sql("update outbox set seq = (select coalesce(max(seq), 0) + 7 from outbox) where event_id = ?")
                    .param(Cases.id(alert))
                    .update();
        }

        try (ServiceUnderTest restarted = outbox.start()) {
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(IomOutbox.unsent(restarted)).isZero());
        }
        assertThat(outbox.newsOf(Cases.context(alert))).containsExactly(Cases.id(alert));
        outbox.assertNumbersWithoutGaps();
    }

    @Test
    void sendsNothingAgainAfterACrashBetweenSendAndMark() {
        String contextId = Cases.newCase();
        AlertRoute first = IomOutbox.alert(contextId);
        AlertRoute second = IomOutbox.alert(contextId);

        try (ServiceUnderTest crashing = outbox.start()) {
            crashing.add(first);
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(IomOutbox.unsent(crashing)).isZero());
        }
        try (ServiceUnderTest database = outbox.start(IomOutbox.NO_RELAY)) {
            database.jdbc()
                    .sql("update outbox set sent_at = null, sent_offset = null where event_id = ?")
                    .param(Cases.id(first))
                    .update();
        }

        try (ServiceUnderTest restarted = outbox.start()) {
            restarted.add(second);
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(IomOutbox.unsent(restarted)).isZero());
        }
        assertThat(outbox.newsOf(contextId)).containsExactly(Cases.id(first), Cases.id(second));
        outbox.assertNumbersWithoutGaps();
    }

    @Test
    void continuesAfterTheLastNumberOfTheOutboxWhenTheDatabaseIsOlder() {
        String contextId = Cases.newCase();
        AlertRoute kept = IomOutbox.alert(contextId);
        AlertRoute lost = IomOutbox.alert(contextId);
        AlertRoute next = IomOutbox.alert(contextId);

        try (ServiceUnderTest service = outbox.start()) {
            service.add(kept);
            service.add(lost);
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(outbox.newsOf(contextId)).hasSize(2));
        }
        try (ServiceUnderTest database = outbox.start(IomOutbox.NO_RELAY)) {
            database.jdbc()
                    .sql("delete from outbox where event_id <> ?")
                    .param(Cases.id(kept))
                    .update();
            database.jdbc()
                    .sql("update outbox set sent_at = null, seq = null, sent_offset = null")
                    .update();
        }

        try (ServiceUnderTest restored = outbox.start()) {
            restored.add(next);
            await().atMost(IomOutbox.SOON)
                    .untilAsserted(() -> assertThat(IomOutbox.unsent(restored)).isZero());
        }
        assertThat(outbox.newsOf(contextId)).containsExactly(Cases.id(kept), Cases.id(lost), Cases.id(next));
        outbox.assertNumbersWithoutGaps();
    }
}
