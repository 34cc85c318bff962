package org.heliograph.standalone;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a Java process of the stack compiles what it runs often. */
enum Compiler {
    /** Soon and simply: for what is started more often than it is busy. */
    QUICK,
    /** In the end as well as it can: for what every message passes. */
    FULL;

    /** Says {@code quick} or {@code full} for all processes alike: for tests, and for figures as in production. */
    static final String SWITCH = "heliograph.compiler";

    /**
     * What is used for a process.
     *
     * @param fitting what fits it where the {@link #SWITCH} says nothing
     * @throws StackException for any other word
     */
    static Compiler chosen(Compiler fitting) {
        return named(System.getProperty(SWITCH), fitting);
    }

    static Compiler named(@Nullable String name, Compiler fitting) {
        if (name == null) {
            return fitting;
        }
        return Arrays.stream(values())
                .filter(compiler -> compiler.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException("%s: expected quick or full, not '%s'".formatted(SWITCH, name)));
    }
}
