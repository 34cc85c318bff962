package org.heliograph.operations.registry;

import java.io.IOException;
import java.util.Optional;
import org.heliograph.sharing.policy.RegisteredSchema;

/** How one known schema stands at the registry. */
sealed interface Standing {

    /** Under its id, in its subject. */
    record InPlace() implements Standing {}

    /**
     * Its subject does not have it, and its id is free for it.
     *
     * @param placed whether the id holds its text, so that registering it gives it that id
     */
    record Missing(String what, boolean placed) implements Standing {}

    /** @param what is there, and what is expected */
    record Differs(String what) implements Standing {}

    static Standing of(RegisteredSchema schema, LiveRegistry registry) throws IOException {
        Optional<LiveRegistry.Found> found = registry.find(schema.name(), schema.definition());
        if (found.isPresent()) {
            return of(schema, found.get());
        }
        Optional<String> holder = registry.definition(schema.id());
        if (holder.isEmpty() || KnownSchemas.isSame(schema, holder.get())) {
            return new Missing(
                    "%s is not registered under id %d".formatted(schema.name(), schema.id()), holder.isPresent());
        }
        return new Differs("id %d is %s, expected %s"
                .formatted(schema.id(), KnownSchemas.describe(holder.get()), KnownSchemas.describe(schema)));
    }

    private static Standing of(RegisteredSchema schema, LiveRegistry.Found found) {
        if (found.id() != schema.id()) {
            return new Differs("%s has id %d, expected %d".formatted(schema.name(), found.id(), schema.id()));
        }
        return KnownSchemas.isSame(schema, found.definition())
                ? new InPlace()
                : new Differs("id %d is %s, expected %s"
                        .formatted(
                                schema.id(), KnownSchemas.describe(found.definition()), KnownSchemas.describe(schema)));
    }
}
