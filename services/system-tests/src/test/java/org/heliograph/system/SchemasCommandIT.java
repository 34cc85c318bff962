package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Outcome;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says of a schema before it changes. */
@HeliographStack
class SchemasCommandIT {

    private static final String INBOX = "inbox.xc.alerts";

    private final Stack stack;

    @TempDir
    private Path folder;

    SchemasCommandIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void saysThatTheSchemasOfThisBuildAreInForce() {
        Said said = Said.by(stack, "schemas", "check");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).contains("0 differ, 0 break readers");
    }

    @Test
    void saysWhoseReadersBreakAndWhoHasRecordsOfBeforeToRead() throws Exception {
        Path file = changed("\"name\":\"summary\"", "\"name\":\"abstract\"");
        String group = "xc.behind-" + UUID.randomUUID();
        standAtTheBeginning(group);
        try (SeizedOutbox outbox = SeizedOutbox.withoutService(stack, "iom-field-east")) {
            AlertRoute alert = SampleEvents.alertRoute("iom-field-east");
            byte[] dispatch = outbox.dispatches().dispatch(outbox.next(alert), alert, outbox.signer());
            assertThat(outbox.receiptOf(outbox.send(alert, dispatch)).getOutcome())
                    .isEqualTo(Outcome.RELEASED);
        }

        // Operations looks at groups every ten seconds.
        Said said = await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> Said.by(stack, "schemas", "check", file.toString()),
                        each -> each.text().contains(group));

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text())
                .contains("alert.route: differs from schema", "summary", group + " has at most", INBOX)
                .containsPattern("Readers that break: .*xa-fusion.*, xb, xc");
    }

    @Test
    void saysInOneLineWhatItCannotCheck() throws IOException {
        Path none = Files.writeString(folder.resolve("none.avsc"), "no schema");
        Path nobodys = changed("\"name\":\"AlertRoute\"", "\"name\":\"Nothing\"");

        Said unreadable = Said.by(stack, "schemas", "check", none.toString());
        Said unknown = Said.by(stack, "schemas", "check", nobodys.toString());

        assertThat(unreadable.code()).isEqualTo(1);
        assertThat(unreadable.text()).contains("none.avsc cannot be read as an Avro schema");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.text()).contains("no event in force has the schema org.heliograph.events.Nothing");
    }

    private Path changed(String text, String by) throws IOException {
        String schema = EventSchemas.of(AlertRoute.class).toString();
        assertThat(schema).contains(text);
        return Files.writeString(folder.resolve(UUID.randomUUID() + ".avsc"), schema.replace(text, by));
    }

    /** As a group that has read nothing of it yet. */
    private void standAtTheBeginning(String group) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        for (int i = 0; i < stack.roster().partitions(); i++) {
            beginning.put(new TopicPartition(INBOX, i), new OffsetAndMetadata(0));
        }
        try (PartySystem xc = new PartySystem(stack, "xc");
                Admin admin = xc.admin()) {
            admin.alterConsumerGroupOffsets(group, beginning).all().get();
        }
    }
}
