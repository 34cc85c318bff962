package org.heliograph.sharing.policy;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Purpose;

/**
 * Who may send and receive, and for what: of an event, or of one variant of it.
 *
 * @param access letters by role, {@link Party#PUBLIC} included; from them come publishers and receivers
 * @param purposes an event states at least one, and only these
 * @param publishers ids of the parties that may send it
 * @param receivers by party id, how each comes by its copy; who is absent never gets one
 */
public record Terms(
        SortedMap<String, Access> access,
        Set<Purpose> purposes,
        SortedSet<String> publishers,
        SortedMap<String, Reception> receivers) {

    public Terms {
        access = Collections.unmodifiableSortedMap(new TreeMap<>(access));
        purposes = Party.ordered(Purpose.class, purposes);
        publishers = Collections.unmodifiableSortedSet(new TreeSet<>(publishers));
        receivers = Collections.unmodifiableSortedMap(new TreeMap<>(receivers));
    }

    public Optional<Reception> reception(String party) {
        return Optional.ofNullable(receivers.get(party));
    }
}
