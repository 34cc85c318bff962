package org.heliograph.operations.plan;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;

/**
 * All that one party can send and get under one policy, with everything that bounds it taken together: what it is
 * cleared for, its lanes, its purposes, and how it receives.
 */
record Reach(
        SortedSet<String> publishes,
        SortedMap<String, Receives> receives,
        Optional<String> authority,
        SortedSet<String> systems,
        SortedSet<String> keys) {

    static final Reach NONE =
            new Reach(new TreeSet<>(), new TreeMap<>(), Optional.empty(), new TreeSet<>(), new TreeSet<>());

    /** @param unnamed whether it gets a copy without being named */
    record Receives(boolean unnamed, Set<Tlp> markings, Set<Purpose> purposes, Duration kept) {}

    static Reach of(Policy policy, String id, Map<String, SortedSet<String>> keys) {
        Party party = policy.parties().get(id);
        if (party == null) {
            return NONE;
        }
        SortedSet<String> publishes = new TreeSet<>();
        SortedMap<String, Receives> receives = new TreeMap<>();
        policy.events().forEach((type, event) -> {
            if (event.publishers().contains(id)) {
                publishes.add(type);
            }
            receives(event, party).ifPresent(received -> receives.put(type, received));
        });
        return new Reach(
                publishes,
                receives,
                Optional.of(party.authority()).filter(authority -> !authority.equals(id)),
                party.systems(),
                keys.getOrDefault(id, new TreeSet<>()));
    }

    private static Optional<Receives> receives(EventPolicy event, Party party) {
        Optional<Reception> reception = event.reception(party.id());
        if (reception.isEmpty() || !party.lanes().contains(event.lane())) {
            return Optional.empty();
        }
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        purposes.addAll(event.purposes());
        purposes.retainAll(party.purposes());
        Set<Tlp> markings = EnumSet.noneOf(Tlp.class);
        for (Tlp marking : Tlp.values()) {
            if (marking.compareTo(event.floor()) >= 0 && marking.compareTo(party.clearance()) <= 0) {
                markings.add(marking);
            }
        }
        return purposes.isEmpty() || markings.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Receives(reception.get() == Reception.COMMUNITY, markings, purposes, event.retention()));
    }
}
