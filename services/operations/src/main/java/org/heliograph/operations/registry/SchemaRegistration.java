package org.heliograph.operations.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.operations.registry.Standing.Differs;
import org.heliograph.operations.registry.Standing.InPlace;
import org.heliograph.operations.registry.Standing.Missing;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Registers schemas under their record names; each new version must read and be read by all earlier ones. What was
 * registered once keeps its id for ever: the versions of the policy say which, and a registry that lost it gets it back
 * under that id or nothing is registered in it.
 */
@Component
public final class SchemaRegistration {

    private static final Logger log = LoggerFactory.getLogger(SchemaRegistration.class);
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final LiveRegistry registry;
    private final SchemaRestore restore;
    private volatile KnownSchemas known = KnownSchemas.NONE;

    SchemaRegistration(LiveRegistry registry) {
        this.registry = registry;
        this.restore = new SchemaRestore(registry);
    }

    /**
     * Keeps in mind which schema has which id.
     *
     * @param versions of the policy, in their text form
     */
    public void learn(Collection<String> versions) {
        KnownSchemas all = known;
        for (String version : versions) {
            all = all.andThoseOf(version);
        }
        known = all;
    }

    /**
     * Registers what is not registered yet, and tells the ids. Does not ask the registry if all is known. May be
     * repeated.
     *
     * @throws org.heliograph.operations.CannotApplyException if a schema is not compatible with an earlier version
     * @throws RegistryDiffersException if the registry is not the one that the known ids came from
     * @throws IOException if the registry cannot be asked now
     */
    public Map<Integer, RegisteredSchema> register(SortedMap<String, Schema> schemas) throws IOException {
        Map<Integer, RegisteredSchema> registered = new TreeMap<>();
        SortedMap<String, Schema> unknown = new TreeMap<>();
        schemas.forEach((subject, schema) -> known.find(subject, schema.toString())
                .ifPresentOrElse(found -> registered.put(found.id(), found), () -> unknown.put(subject, schema)));
        if (!unknown.isEmpty()) {
            // One that lost ids would give them away to others.
            restore();
        }
        for (Map.Entry<String, Schema> entry : unknown.entrySet()) {
            RegisteredSchema schema = register(entry.getKey(), entry.getValue());
            registered.put(schema.id(), schema);
            known = known.and(List.of(schema));
        }
        return registered;
    }

    /**
     * Registers again whatever any version of the policy ever named and the registry does not have, under its id.
     *
     * @throws RegistryDiffersException if an id is taken by another schema, or a schema has another id; nothing is
     *     registered then
     * @throws IOException if the registry cannot be asked now
     */
    public void restore() throws IOException {
        restore.bring(known);
        for (String subject : names()) {
            hold(subject);
        }
    }

    /** What is not in the registry as the policy and its earlier versions have it. Asks the registry each time. */
    public List<String> drift() throws IOException {
        KnownSchemas expected = known;
        SortedSet<String> names = names();
        SortedSet<String> present = registry.subjects();
        List<String> drift = new ArrayList<>(expected.contradictions());
        for (RegisteredSchema schema : expected.byId().values()) {
            switch (Standing.of(schema, registry)) {
                case InPlace _ -> {}
                case Missing absent -> drift.add(absent.what());
                case Differs other -> drift.add(other.what());
            }
        }
        for (String subject : present) {
            if (!names.contains(subject)) {
                drift.add("%s is registered and not called for".formatted(subject));
            } else if (!COMPATIBILITY.equals(registry.compatibility(subject))) {
                drift.add("%s is not held to %s".formatted(subject, COMPATIBILITY));
            }
        }
        return drift;
    }

    /**
     * What {@link #register} would answer, without registering anything: what is not registered yet gets a number below
     * zero.
     *
     * @throws IOException if the registry cannot be asked now
     */
    public Map<Integer, RegisteredSchema> lookUp(SortedMap<String, Schema> schemas) throws IOException {
        Map<Integer, RegisteredSchema> found = new TreeMap<>();
        int unknown = 0;
        for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
            RegisteredSchema schema = known(entry.getKey(), entry.getValue())
                    .orElse(registered(--unknown, entry.getKey(), entry.getValue()));
            found.put(schema.id(), schema);
        }
        return found;
    }

    private Optional<RegisteredSchema> known(String subject, Schema schema) throws IOException {
        Optional<RegisteredSchema> remembered = known.find(subject, schema.toString());
        if (remembered.isPresent()) {
            return remembered;
        }
        OptionalInt there = registry.find(subject, schema.toString());
        return there.isPresent() ? Optional.of(registered(there.getAsInt(), subject, schema)) : Optional.empty();
    }

    private RegisteredSchema register(String subject, Schema schema) throws IOException {
        RegisteredSchema registered = registered(registry.register(subject, schema.toString()), subject, schema);
        String there = registry.definition(registered.id()).orElse("");
        // A registry may take two schemas for one that are none: Avro reads fields in their order.
        if (!KnownSchemas.isSame(registered, there)) {
            throw new RegistryDiffersException(List.of("id %d is %s, expected %s"
                    .formatted(registered.id(), KnownSchemas.describe(there), KnownSchemas.describe(registered))));
        }
        hold(subject);
        log.info("schema={} id={}", subject, registered.id());
        return registered;
    }

    /** Only once there is a version: the registry knows no settings of a subject without one. */
    private void hold(String subject) throws IOException {
        if (!COMPATIBILITY.equals(registry.compatibility(subject))) {
            registry.hold(subject, COMPATIBILITY);
        }
    }

    private SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        known.byId().values().forEach(schema -> names.add(schema.name()));
        return names;
    }

    private static RegisteredSchema registered(int id, String subject, Schema schema) {
        return new RegisteredSchema(id, subject, EventSchemas.fingerprint(schema), schema.toString());
    }
}
