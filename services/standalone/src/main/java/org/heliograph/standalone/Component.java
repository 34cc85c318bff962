package org.heliograph.standalone;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A process of the stack, in the order in which the parts build on each other. */
public enum Component {
    POSTGRES,
    IDENTITY,
    BROKER,
    REGISTRY,
    OPERATIONS,
    GATE,
    IOM,
    UNODC,
    XA,
    XB;

    /** The name on the command line, in file names and, for a party's service, the party's id. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Components that must be ready before this one is started; each of them is declared before it. */
    List<Component> needs() {
        return switch (this) {
            case POSTGRES, IDENTITY, BROKER -> List.of();
            case REGISTRY -> List.of(POSTGRES);
            case OPERATIONS -> List.of(IDENTITY, BROKER, REGISTRY);
            case GATE -> List.of(OPERATIONS);
            case IOM, UNODC, XA, XB -> List.of(POSTGRES, OPERATIONS);
        };
    }

    /** Components without which this one never becomes ready, though it may start before them. */
    List<Component> reliesOn() {
        return this == REGISTRY ? List.of(IDENTITY) : List.of();
    }

    /** What everything else stands on; enough to test a client against. */
    public static Set<Component> infrastructure() {
        return EnumSet.of(POSTGRES, IDENTITY, BROKER, REGISTRY);
    }

    public static Set<Component> all() {
        return EnumSet.allOf(Component.class);
    }

    public static Optional<Component> named(String id) {
        return Arrays.stream(values())
                .filter(component -> component.id().equals(id))
                .findFirst();
    }
}
