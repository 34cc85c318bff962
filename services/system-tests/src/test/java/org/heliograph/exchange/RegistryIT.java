package org.heliograph.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.wire.EventDeserializer;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.EventSerializer;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Confluent's repackaged client against the real registry. */
@ExtendWith(GroundsExtension.class)
class RegistryIT {

    private final Grounds grounds;

    RegistryIT(Grounds grounds) {
        this.grounds = grounds;
    }

    @Test
    void registersFindsAndComparesSchemas() throws Exception {
        String subject = "org.example.Note" + UUID.randomUUID().toString().replace("-", "");
        Schema first =
                SchemaBuilder.record(subject).fields().requiredString("text").endRecord();
        Schema wider = SchemaBuilder.record(subject)
                .fields()
                .requiredString("text")
                .optionalString("more")
                .endRecord();
        Schema other =
                SchemaBuilder.record(subject).fields().requiredInt("number").endRecord();

        try (PartySystem operations = new PartySystem(grounds.stack(), "operations")) {
            int id = operations.registry().register(subject, new AvroSchema(first));
            operations.registry().updateCompatibility(subject, "FULL_TRANSITIVE");

            assertThat(operations.registry().getId(subject, new AvroSchema(first)))
                    .isEqualTo(id);
            assertThat(operations.registry().testCompatibility(subject, new AvroSchema(wider)))
                    .isTrue();
            assertThat(operations.registry().testCompatibility(subject, new AvroSchema(other)))
                    .isFalse();
        }
    }

    @Test
    void readsAndWritesAsAPartyThatMayNotRegister() {
        AlertRoute alert = SampleEvents.alertRoute("iom");
        Schema schema = EventSchemas.of(AlertRoute.class);

        try (PartySystem iom = new PartySystem(grounds.stack(), "iom")) {
            byte[] value = new EventSerializer<AlertRoute>(iom.schemas()).write("outbox.iom", alert);

            assertThat(new EventDeserializer(iom.schemas()).read("outbox.iom", value))
                    .isEqualTo(alert);
            assertThat(EventSchemas.fingerprint(iom.schemas()
                            .byId(iom.schemas().idOf(schema).orElseThrow())
                            .orElseThrow()))
                    .isEqualTo(EventSchemas.fingerprint(schema));
            assertThat(iom.schemas().byId(Integer.MAX_VALUE)).isEmpty();
            assertThatExceptionOfType(RestClientException.class)
                    .isThrownBy(() -> iom.registry().register("org.example.Mine", new AvroSchema(schema)))
                    .satisfies(refused -> assertThat(refused.getStatus()).isEqualTo(403));
        }
    }
}
