package org.heliograph.operations.registry;

import java.io.Serial;
import java.util.List;

/**
 * Under an id that records in topics carry the registry holds another schema than they were written with, or would give
 * a schema another id than it has. Nobody but a person can set that right, and nothing is registered until then.
 */
public final class RegistryDiffersException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 10;

    RegistryDiffersException(List<String> differences) {
        super(("the registry is not the one that records in topics were written with: %s%s. Expected: each schema under"
                        + " the id that the versions of the policy name, or that id free. Stop the registry, empty its"
                        + " database, start it, and apply the policy again")
                .formatted(
                        String.join("; ", differences.subList(0, Math.min(MOST_SHOWN, differences.size()))),
                        differences.size() > MOST_SHOWN
                                ? "; and %d more".formatted(differences.size() - MOST_SHOWN)
                                : ""));
    }
}
