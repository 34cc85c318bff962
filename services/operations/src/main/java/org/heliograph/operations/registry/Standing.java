package org.heliograph.operations.registry;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
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

    /**
     * Its subject has it under another id, or its id is another schema's.
     *
     * @param what is there, and what is expected
     */
    record Differs(String what) implements Standing {}

    static Standing of(RegisteredSchema schema, LiveRegistry registry) throws IOException {
        OptionalInt found = registry.find(schema.name(), schema.definition());
        if (found.isPresent()) {
            return found.getAsInt() == schema.id()
                    ? new InPlace()
                    : new Differs("%s has id %d, expected %d".formatted(schema.name(), found.getAsInt(), schema.id()));
        }
        Optional<String> holder = registry.definition(schema.id());
        if (holder.isEmpty() || KnownSchemas.isSame(schema, holder.get())) {
            return new Missing(
                    "%s is not registered under id %d".formatted(schema.name(), schema.id()), holder.isPresent());
        }
        return new Differs("id %d is %s, expected %s"
                .formatted(schema.id(), KnownSchemas.describe(holder.get()), KnownSchemas.describe(schema)));
    }
}
