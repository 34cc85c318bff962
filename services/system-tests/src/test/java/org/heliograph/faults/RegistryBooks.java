package org.heliograph.faults;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.standalone.OperationsDesk;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.PartySystem;

/**
 * What the registry answers to somebody who asks for the first time, for each schema that a version of the policy
 * names.
 *
 * @param ids names by the id that it gives for their text
 * @param texts by id
 * @param versions of each subject
 */
record RegistryBooks(
        SortedMap<Integer, String> ids, SortedMap<Integer, String> texts, SortedMap<String, List<Integer>> versions) {

    static RegistryBooks of(Stack stack, OtherRelease other) throws Exception {
        Collection<RegisteredSchema> schemas;
        try (OperationsDesk desk = new OperationsDesk(stack, "duty-operator")) {
            schemas = new ArrayList<>(desk.policyInForce().schemas().values());
        }
        schemas.add(other.schema());
        RegistryBooks books = new RegistryBooks(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            SchemaRegistryClient registry = operations.registry();
            for (RegisteredSchema schema : schemas) {
                int id = registry.getId(schema.name(), new AvroSchema(schema.definition()));
                books.ids().put(id, schema.name());
                books.texts().put(id, registry.getSchemaById(id).canonicalString());
                books.versions().put(schema.name(), registry.getAllVersions(schema.name()));
            }
        }
        return books;
    }

    int highest() {
        return ids.lastKey();
    }

    /** As operations says that none of them is there. */
    List<String> asMissing() {
        return ids.entrySet().stream()
                .map(schema -> "%s is not registered under id %d".formatted(schema.getValue(), schema.getKey()))
                .toList();
    }

    static List<String> subjects(Stack stack) {
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            return List.copyOf(operations.registry().getAllSubjects());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Registers something that no policy calls for, and tells its id. */
    static int register(Stack stack, String name) throws Exception {
        Schema schema =
                SchemaBuilder.record(name).fields().requiredString("text").endRecord();
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            return operations.registry().register(name, new AvroSchema(schema));
        }
    }

    static void withdraw(Stack stack, String name) throws Exception {
        try (PartySystem operations = new PartySystem(stack, "operations")) {
            var _ = operations.registry().deleteSubject(name);
        }
    }
}
