package org.heliograph.testkit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.heliograph.standalone.Component;
import org.heliograph.standalone.Ports;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;

/** What runs broker, registry and database under a test. */
enum Backbone {
    EMBEDDED {
        @Override
        Stack in(Path folder, Collection<Component> components) {
            return Stack.in(folder, Ports.free(), components);
        }
    },
    CONTAINERS {
        @Override
        Stack in(Path folder, Collection<Component> components) {
            return Stack.in(folder, Ports.free(), components, new EngineContainers());
        }
    };

    private static final String SWITCH = "heliograph.backbone";

    static Backbone chosen() {
        return named(System.getProperty(SWITCH, "embedded"));
    }

    static Backbone named(String name) {
        return Arrays.stream(values())
                .filter(backbone -> backbone.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new StackException("%s: expected embedded or containers, not '%s'".formatted(SWITCH, name)));
    }

    /** A stack that is not started yet, on free ports. */
    abstract Stack in(Path folder, Collection<Component> components);
}
