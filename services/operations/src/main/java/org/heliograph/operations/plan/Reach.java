package org.heliograph.operations.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.Access;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Letter;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Qualifier;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.Terms;

/**
 * All that one party can send and get under one policy, with everything that bounds it taken together: what it is
 * cleared for, its lanes, its purposes, and how it receives. An event that has variants is taken one by one.
 *
 * @param publishesOfOthers what it publishes not only about what is its own
 * @param sees rows that it may look up by REST, whole or without their content, and what it gets only counted
 * @param grants exceptions, in force or not
 * @param keys by what each is called and is, when it ends
 * @param suspended whether it can do none of this for now; the rest says what it could
 */
record Reach(
        SortedSet<String> publishes,
        SortedSet<String> publishesOfOthers,
        SortedMap<String, Receives> receives,
        SortedSet<String> sees,
        SortedSet<String> grants,
        Optional<String> authority,
        SortedSet<String> systems,
        SortedMap<String, Instant> keys,
        boolean suspended) {

    static final Reach NONE = new Reach(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.empty(),
            new TreeSet<>(),
            new TreeMap<>(),
            false);

    private static final Map<Letter, String> LOOKED_UP = new EnumMap<>(Map.of(
            Letter.D, "counts of %s",
            Letter.M, "its rows of %s, without their content",
            Letter.OWN, "its rows of %s"));

    /** @param unnamed whether it gets a copy without being named */
    record Receives(boolean unnamed, Set<Tlp> markings, Set<Purpose> purposes, Duration kept) {}

    static Reach of(Policy policy, String id, Map<String, SortedMap<String, Instant>> keys) {
        Party party = policy.parties().get(id);
        if (party == null) {
            return NONE;
        }
        SortedSet<String> publishes = new TreeSet<>();
        SortedSet<String> publishesOfOthers = new TreeSet<>();
        SortedMap<String, Receives> receives = new TreeMap<>();
        policy.events()
                .values()
                .forEach(event -> event.termsByTitle().forEach((title, terms) -> {
                    if (terms.publishers().contains(id)) {
                        publishes.add(title);
                        if (!isNarrowedToOwn(terms, party)) {
                            publishesOfOthers.add(title);
                        }
                    }
                    receives(event, terms, party).ifPresent(received -> receives.put(title, received));
                }));
        return new Reach(
                publishes,
                publishesOfOthers,
                receives,
                sees(policy, id),
                grants(policy, id),
                Optional.of(party.authority()).filter(authority -> !authority.equals(id)),
                party.systems(),
                keys.getOrDefault(id, new TreeMap<>()),
                policy.isSuspended(id));
    }

    private static boolean isNarrowedToOwn(Terms terms, Party party) {
        return terms.access()
                .getOrDefault(party.role(), Access.NONE)
                .qualifier(Letter.P)
                .filter(Qualifier.OWN::equals)
                .isPresent();
    }

    private static SortedSet<String> sees(Policy policy, String id) {
        SortedSet<String> sees = new TreeSet<>();
        policy.matrix()
                .rows()
                .forEach(row -> LOOKED_UP.forEach((letter, words) -> {
                    if (row.cell(id).has(letter)) {
                        sees.add(words.formatted(row.title()));
                    }
                }));
        return sees;
    }

    private static SortedSet<String> grants(Policy policy, String id) {
        return policy.grants().values().stream()
                .filter(grant -> grant.party().equals(id))
                .map(grant -> "%s: %s%s for %s, case %s, from %s until %s, %s"
                        .formatted(
                                grant.id(),
                                grant.event(),
                                grant.variant().map(variant -> " " + variant).orElse(""),
                                grant.purpose(),
                                grant.caseReference(),
                                grant.from(),
                                grant.until(),
                                grant.approvedBy().isPresent() ? "approved" : "below AMBER"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Receives> receives(EventPolicy event, Terms terms, Party party) {
        Optional<Reception> reception = terms.reception(party.id());
        if (reception.isEmpty() || !party.lanes().contains(event.lane())) {
            return Optional.empty();
        }
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        purposes.addAll(terms.purposes());
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
