package org.heliograph.standalone;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The brokers of one stack, in the order of their node ids. Each is a controller too, and all controllers vote.
 *
 * @param members at least one
 */
record Brokers(List<Component> members) {

    private static final List<Component> ALL = List.of(Component.BROKER, Component.BROKER_2, Component.BROKER_3);

    /** Those among the components; the first alone if there are none, so that addresses can be told anyway. */
    static Brokers among(Collection<Component> components) {
        List<Component> members = ALL.stream().filter(components::contains).toList();
        return new Brokers(members.isEmpty() ? List.of(Component.BROKER) : members);
    }

    /**
     * The first so many.
     *
     * @throws StackException unless it is one or three: two lose their quorum with either of them
     */
    static List<Component> first(int number) {
        if (number != 1 && number != ALL.size()) {
            throw new StackException("a stack has 1 or " + ALL.size() + " brokers, not " + number);
        }
        return ALL.subList(0, number);
    }

    int number() {
        return members.size();
    }

    int replicas() {
        return number();
    }

    /** One broker may be away. */
    int minInsyncReplicas() {
        return Math.max(1, number() - 1);
    }

    int node(Component broker) {
        return members.indexOf(broker) + 1;
    }

    List<String> addresses(Site site) {
        return members.stream().map(member -> site.address(Port.of(member))).toList();
    }

    String voters(Site site) {
        return members.stream()
                .map(member -> node(member) + "@" + site.address(Port.controllerOf(member)))
                .collect(Collectors.joining(","));
    }
}
