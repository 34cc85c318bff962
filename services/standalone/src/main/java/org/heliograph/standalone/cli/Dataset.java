package org.heliograph.standalone.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** What can be taken in. */
enum Dataset {
    MISSING_MIGRANTS("missing-migrants");

    private final String id;

    Dataset(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Dataset named(String name) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.id.equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("no dataset '" + name + "'; there is "
                        + Arrays.stream(values()).map(Dataset::id).collect(Collectors.joining(", "))));
    }
}
