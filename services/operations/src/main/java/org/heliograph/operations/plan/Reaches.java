package org.heliograph.operations.plan;

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
import org.heliograph.operations.plan.Reach.Receives;
import org.heliograph.sharing.policy.Access;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Letter;
import org.heliograph.sharing.policy.Matrix;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Qualifier;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.Terms;

/**
 * What each party can send and get under one policy. What all parties share, its matrix, is made once: with hundreds of
 * parties it is large.
 *
 * @param keys by party, the keys that sign in its name, with their ends
 */
record Reaches(Policy policy, Matrix matrix, Map<String, SortedMap<String, Instant>> keys) {

    private static final Map<Letter, String> LOOKED_UP = new EnumMap<>(Map.of(
            Letter.D, "counts of %s",
            Letter.M, "its rows of %s, without their content",
            Letter.OWN, "its rows of %s"));

    static Reaches of(Policy policy) {
        return new Reaches(policy, policy.matrix(), keys(policy));
    }

    /** Of that party, which has none where the policy does not know it. */
    Reach of(String id) {
        Party party = policy.parties().get(id);
        if (party == null) {
            return Reach.NONE;
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
                sees(id),
                grants(id),
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

    private SortedSet<String> sees(String id) {
        SortedSet<String> sees = new TreeSet<>();
        matrix.rows()
                .forEach(row -> LOOKED_UP.forEach((letter, words) -> {
                    if (row.cell(id).has(letter)) {
                        sees.add(words.formatted(row.title()));
                    }
                }));
        return sees;
    }

    private SortedSet<String> grants(String id) {
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

    private static Map<String, SortedMap<String, Instant>> keys(Policy policy) {
        Map<String, SortedMap<String, Instant>> keys = new TreeMap<>();
        policy.signingKeys()
                .forEach(key -> keys.computeIfAbsent(key.party(), party -> new TreeMap<>())
                        .put(
                                key.kid() + " " + thumbprint(key.jwk()),
                                key.until().orElse(Instant.MAX)));
        return keys;
    }

    /** Another key under the same id is another key. */
    private static String thumbprint(String jwk) {
        return Hashes.sha256(jwk).substring(0, 12);
    }
}
