package org.heliograph.faults;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.AlertRoute;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.Topics;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleEvents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What another release of the platform left behind: another version of one schema, a version of the policy that names
 * it and is no longer in force, and a record that was written with it.
 */
record OtherRelease(Stack stack, RegisteredSchema schema, String mark) {

    private static final JsonMapper JSON = new JsonMapper();

    static OtherRelease of(Stack stack) {
        Schema mine = EventSchemas.of(AlertRoute.class);
        ObjectNode tree = (ObjectNode) JSON.readTree(mine.toString());
        ((ArrayNode) tree.get("fields")).add(JSON.readTree("""
                {"name": "ofAnotherRelease", "type": ["null", "string"], "default": null}
                """));
        Schema theirs = new Schema.Parser().parse(tree.toString());
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator");
                PartySystem operations = new PartySystem(stack, "operations")) {
            String name = mine.getFullName();
            int id = operations.registry().register(name, new AvroSchema(theirs));
            var schema = new RegisteredSchema(id, name, EventSchemas.fingerprint(theirs), theirs.toString());
            publish(operations, naming(desk.policyInForce(), schema));
            return new OtherRelease(stack, schema, "load " + UUID.randomUUID());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    int id() {
        return schema.id();
    }

    private static Policy naming(Policy inForce, RegisteredSchema schema) {
        Map<Integer, RegisteredSchema> schemas = new TreeMap<>(inForce.schemas());
        schemas.values().removeIf(other -> other.name().equals(schema.name()));
        schemas.put(schema.id(), schema);
        return inForce.with(schemas, inForce.signingKeys());
    }

    private static void publish(PartySystem operations, Policy policy) throws Exception {
        write(operations, Topics.POLICY_VERSIONS, policy.version(), PolicyJson.write(policy));
    }

    private static void write(PartySystem writer, String topic, String key, Object value) throws Exception {
        byte[] bytes = value instanceof byte[] given ? given : value.toString().getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = writer.producer(Map.of(
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip", ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 32 << 20))) {
            var _ = producer.send(new ProducerRecord<>(topic, 0, key.getBytes(StandardCharsets.UTF_8), bytes))
                    .get();
        }
    }

    /** Lays an alert of that release into an inbox. */
    void warns(String inbox) {
        AlertRoute alert = AlertRoute.newBuilder(SampleEvents.alertRoute("iom"))
                .setSummary(mark)
                .build();
        byte[] mine = AvroBinary.encode(alert);
        // The last field is not given: one byte more, the first branch of its union.
        byte[] value = WireValue.join(id(), Arrays.copyOf(mine, mine.length + 1));
        try (PartySystem gate = new PartySystem(stack, "gate")) {
            write(gate, inbox, "iom:" + alert.getEnvelope().getEventId(), value);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
