package org.heliograph.operations.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.heliograph.events.Dispatch;
import org.heliograph.operations.CannotApplyException;
import org.heliograph.operations.registry.Standing.Differs;
import org.heliograph.operations.registry.Standing.InPlace;
import org.heliograph.operations.registry.Standing.Missing;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a registry back what it lost, each schema under the id that it had. Looks at all of it first: if anything
 * stands in the way, nothing is written. One at a time.
 */
record SchemaRestore(LiveRegistry registry) {

    private static final Logger log = LoggerFactory.getLogger(SchemaRestore.class);
    private static final String SPINE = Dispatch.getClassSchema().getFullName();

    /**
     * Leaves the registry with all that is known; most often it has it, and nothing is done.
     *
     * @throws RegistryDiffersException if an id is taken, or came out as another one
     * @throws IOException if the registry cannot be asked now; what was begun is finished by the next call
     */
    void bring(KnownSchemas known) throws IOException {
        List<String> differences = new ArrayList<>(known.contradictions());
        List<RegisteredSchema> missing = new ArrayList<>();
        List<RegisteredSchema> unplaced = new ArrayList<>();
        for (RegisteredSchema schema : known.byId().values()) {
            switch (Standing.of(schema, registry)) {
                case InPlace _ -> {}
                case Missing absent -> {
                    missing.add(schema);
                    if (!absent.placed()) {
                        unplaced.add(schema);
                    }
                }
                case Differs other -> differences.add(other.what());
            }
        }
        if (!differences.isEmpty()) {
            throw new RegistryDiffersException(differences);
        }
        if (!missing.isEmpty()) {
            log.warn(
                    "registry=incomplete missing={} of={} first={}",
                    missing.size(),
                    known.byId().size(),
                    missing.getFirst().name());
            giveBack(missing, unplaced);
            log.info("registry=restored schemas={}", missing.size());
        }
    }

    /**
     * Each subject in the order of ids, which is that of its versions, and the spine's at the end: as long as a
     * registry does not have that one, no reader takes its word that an id is unknown.
     */
    private void giveBack(List<RegisteredSchema> missing, List<RegisteredSchema> unplaced) throws IOException {
        try {
            if (!unplaced.isEmpty()) {
                registry.place(unplaced);
            }
            List<RegisteredSchema> spineLast = new ArrayList<>(missing);
            spineLast.sort(Comparator.comparing(schema -> schema.name().equals(SPINE)));
            for (RegisteredSchema schema : spineLast) {
                int id = registry.register(schema.name(), schema.definition());
                if (id != schema.id()) {
                    throw new RegistryDiffersException(
                            List.of("%s came out with id %d, expected %d".formatted(schema.name(), id, schema.id())));
                }
            }
        } catch (CannotApplyException e) {
            // Each was compatible with the versions that it had beside it.
            throw new RegistryDiffersException(List.of(String.valueOf(e.getMessage())));
        }
        // An import says nothing of what it left out.
        List<String> differences = new ArrayList<>();
        for (RegisteredSchema schema : missing) {
            switch (Standing.of(schema, registry)) {
                case InPlace _ -> {}
                case Missing absent -> differences.add(absent.what());
                case Differs other -> differences.add(other.what());
            }
        }
        if (!differences.isEmpty()) {
            throw new RegistryDiffersException(differences);
        }
    }
}
