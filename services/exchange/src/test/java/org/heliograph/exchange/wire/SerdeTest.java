package org.heliograph.exchange.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Dispatch;
import org.heliograph.exchange.Samples;
import org.heliograph.exchange.registry.RegistrySchemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SerdeTest {

    private static final String TOPIC = "inbox.xa.alerts";

    // Confluent's own fake; the real registry is asked in the system tests.
    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final SchemaLookup schemas = new RegistrySchemas(registry);
    private int alertId;

    @BeforeEach
    void register() throws IOException, RestClientException {
        Schema schema = EventSchemas.of(AlertRoute.class);
        alertId = registry.register(schema.getFullName(), new AvroSchema(schema));
        Schema spine = EventSchemas.of(Dispatch.class);
        registry.register(spine.getFullName(), new AvroSchema(spine));
    }

    @Test
    void writesAndReadsGeneratedClasses() {
        byte[] value = new EventSerializer<>(schemas).write(TOPIC, Samples.alert());

        assertThat(WireValue.split(value).schemaId()).isEqualTo(alertId);
        assertThat(new EventDeserializer(schemas).read(TOPIC, value)).isEqualTo(Samples.alert());
    }

    @Test
    void writesAndReadsGenericRecords() throws IOException, RestClientException {
        Schema schema = SchemaBuilder.record("org.example.Note")
                .fields()
                .requiredString("text")
                .endRecord();
        registry.register(schema.getFullName(), new AvroSchema(schema));
        GenericRecord note =
                new GenericRecordBuilder(schema).set("text", "hello").build();

        byte[] value = new EventSerializer<GenericRecord>(schemas).write(TOPIC, note);

        assertThat(new GenericEventDeserializer(schemas).read(TOPIC, value).get("text"))
                .hasToString("hello");
        assertThatExceptionOfType(UnknownEventTypeException.class)
                .isThrownBy(() -> new EventDeserializer(schemas).read(TOPIC, value))
                .satisfies(e -> assertThat(e.subject()).isEqualTo("org.example.Note"));
    }

    @Test
    void keepsTombstones() {
        assertThat(new EventSerializer<AlertRoute>(schemas).serialize(TOPIC, null))
                .isNull();
        assertThat(new EventDeserializer(schemas).deserialize(TOPIC, null)).isNull();
    }

    @Test
    void namesTopicAndSubjectOfWhatIsNotRegisteredAndDoesNotRegisterIt() {
        var serializer = new EventSerializer<AlertRoute>(new RegistrySchemas(new MockSchemaRegistryClient()));

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(UnknownSchemaException.class)
                    .isThrownBy(() -> serializer.write(TOPIC, Samples.alert()))
                    .withMessageContaining("topic=inbox.xa.alerts")
                    .withMessageContaining("subject=org.heliograph.events.AlertRoute");
        }
    }

    @Test
    void namesTopicAndIdOfAnUnknownSchema() {
        byte[] value = WireValue.join(4711, new byte[] {1});

        assertThatExceptionOfType(UnknownSchemaException.class)
                .isThrownBy(() -> new EventDeserializer(schemas).read(TOPIC, value))
                .withMessageContaining("schemaId=4711")
                .satisfies(e -> assertThat(e.topic()).isEqualTo(TOPIC));
    }

    /** What is unreadable is put aside for people, and what is only away is not. */
    @Test
    void takesNoWordOfARegistryThatLostItsDatabase() {
        byte[] value = WireValue.join(alertId, new byte[] {1});
        var reader = new EventDeserializer(new RegistrySchemas(new MockSchemaRegistryClient()));

        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> reader.read(TOPIC, value))
                .withMessageContaining("has no schema of org.heliograph.events.Dispatch")
                .withMessageContaining("schemaId=" + alertId);
    }

    @Test
    void namesAllThreeOfMalformedBytes() {
        byte[] value = WireValue.join(alertId, new byte[] {1, 2, 3});

        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> new EventDeserializer(schemas).read(TOPIC, value))
                .satisfies(e -> {
                    assertThat(e.topic()).isEqualTo(TOPIC);
                    assertThat(e.subject()).isEqualTo("org.heliograph.events.AlertRoute");
                    assertThat(e.schemaId()).isEqualTo(alertId);
                });
    }
}
