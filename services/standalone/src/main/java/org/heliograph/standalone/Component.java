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
    BROKER_2,
    BROKER_3,
    REGISTRY,
    OPERATIONS,
    GATE,
    IOM,
    UNODC,
    XA,
    XB;

    /** The name on the command line, in file names and, for a party's service, the party's id. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Components that must be ready before this one is started; each of them is declared before it. */
    List<Component> needs() {
        return switch (this) {
            case POSTGRES, IDENTITY, BROKER, BROKER_2, BROKER_3 -> List.of();
            case REGISTRY -> List.of(POSTGRES);
            case OPERATIONS -> List.of(IDENTITY, BROKER, REGISTRY);
            case GATE -> List.of(OPERATIONS);
            case IOM, UNODC, XA, XB -> List.of(POSTGRES, OPERATIONS);
        };
    }

    /** Components without which this one never becomes ready, though it may start before them. */
    List<Component> reliesOn() {
        return switch (this) {
            case REGISTRY -> List.of(IDENTITY);
            case BROKER_2 -> List.of(BROKER, BROKER_3);
            case BROKER_3 -> List.of(BROKER, BROKER_2);
            default -> List.of();
        };
    }

    /** Components that must be ready before this one is started if they are part of the same stack. */
    List<Component> follows() {
        return this == OPERATIONS ? List.of(BROKER_2, BROKER_3) : List.of();
    }

    /** What everything else stands on; enough to test a client against. */
    public static Set<Component> infrastructure() {
        return EnumSet.of(POSTGRES, IDENTITY, BROKER, REGISTRY);
    }

    /** Everything, with one broker. */
    public static Set<Component> all() {
        return EnumSet.complementOf(EnumSet.of(BROKER_2, BROKER_3));
    }

    /**
     * The brokers of a stack with so many, in the order of their node ids, which begin with 1.
     *
     * @throws StackException unless it is one or three
     */
    public static List<Component> brokers(int number) {
        return Brokers.first(number);
    }

    public static Optional<Component> named(String id) {
        return Arrays.stream(values())
                .filter(component -> component.id().equals(id))
                .findFirst();
    }
}
