package org.heliograph.operations.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.RegisteredSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each schema under its id, as every version of the policy has named them so far: all that a record in a topic may have
 * been written with, earlier versions of a schema too. Immutable.
 *
 * @param byId what was named first, if versions contradict each other
 * @param contradictions where two versions name different schemas under one id, or one version a text that is not what
 *     it says; none, unless ids were given out anew between them
 */
record KnownSchemas(SortedMap<Integer, RegisteredSchema> byId, List<String> contradictions) {

    static final KnownSchemas NONE = new KnownSchemas(Collections.emptySortedMap(), List.of());

    private static final JsonMapper JSON = new JsonMapper();

    KnownSchemas {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
        contradictions = List.copyOf(contradictions);
    }

    /** These and those, which stay if they contradict. */
    KnownSchemas and(Collection<RegisteredSchema> more) {
        SortedMap<Integer, RegisteredSchema> all = new TreeMap<>(byId);
        List<String> contradicting = new ArrayList<>(contradictions);
        for (RegisteredSchema schema : more) {
            RegisteredSchema before = all.putIfAbsent(schema.id(), schema);
            if (before == null && !isSame(schema, schema.definition())) {
                contradicting.add("a version of the policy names id %d as %s, with the text of %s"
                        .formatted(schema.id(), describe(schema), describe(schema.definition())));
            } else if (before != null && !isSame(before, schema)) {
                contradicting.add("versions of the policy name id %d as %s and as %s"
                        .formatted(schema.id(), describe(before), describe(schema)));
            }
        }
        return new KnownSchemas(all, contradicting.stream().distinct().toList());
    }

    /** Of these, the one with exactly that name and text. */
    Optional<RegisteredSchema> find(String name, String definition) {
        return byId.values().stream()
                .filter(schema -> schema.name().equals(name))
                .filter(schema -> schema.definition().equals(definition))
                .findFirst();
    }

    /**
     * These and those that one version of the policy names. Looks at nothing else in it: another release may have
     * written it.
     *
     * @param policy in its text form
     */
    KnownSchemas andThoseOf(String policy) {
        try {
            return and(JSON.readTree(policy)
                    .path("schemas")
                    .valueStream()
                    .map(KnownSchemas::read)
                    .toList());
        } catch (JacksonException e) {
            List<String> more = new ArrayList<>(contradictions);
            more.add("a version of the policy is unreadable: " + e.getOriginalMessage());
            return new KnownSchemas(byId, more);
        }
    }

    private static RegisteredSchema read(JsonNode schema) {
        return new RegisteredSchema(
                schema.path("id").asInt(0),
                schema.path("name").asString(""),
                schema.path("fingerprint").asString(""),
                schema.path("definition").asString(""));
    }

    /** Whether a text is the schema that was registered, by name and fingerprint. */
    static boolean isSame(RegisteredSchema known, String definition) {
        try {
            Schema schema = new Schema.Parser().parse(definition);
            return schema.getFullName().equals(known.name())
                    && EventSchemas.fingerprint(schema).equals(known.fingerprint());
        } catch (AvroRuntimeException e) {
            return false;
        }
    }

    private static boolean isSame(RegisteredSchema one, RegisteredSchema other) {
        return one.name().equals(other.name()) && one.fingerprint().equals(other.fingerprint());
    }

    /** The name and the beginning of the fingerprint. */
    static String describe(RegisteredSchema schema) {
        return describe(schema.name(), schema.fingerprint());
    }

    /** As {@link #describe(RegisteredSchema)}, of a text that anybody may have registered. */
    static String describe(String definition) {
        try {
            Schema schema = new Schema.Parser().parse(definition);
            return describe(schema.getFullName(), EventSchemas.fingerprint(schema));
        } catch (AvroRuntimeException e) {
            return "something that is no Avro schema";
        }
    }

    private static String describe(String name, String fingerprint) {
        return "%s (%.8s)".formatted(name, fingerprint);
    }
}
