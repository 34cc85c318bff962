package org.heliograph.sharing.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/**
 * What holds for one type of event.
 *
 * @param type for example {@code alert.route}
 * @param schema full name of its Avro record
 * @param family inbox topic that takes the copies, one class of retention and cleanup
 * @param floor widest marking allowed
 * @param defaultMarking marking that forms offer first
 * @param publishers ids of the parties that may send it
 * @param receivers by party id, how each comes by its copy; who is absent never gets one
 * @param retention how long inboxes keep it
 */
public record EventPolicy(
        String type,
        String schema,
        String family,
        Lane lane,
        Tlp floor,
        Tlp defaultMarking,
        Set<Purpose> purposes,
        SortedSet<String> publishers,
        SortedMap<String, Reception> receivers,
        boolean personalData,
        Duration retention) {

    public EventPolicy {
        purposes = Party.ordered(Purpose.class, purposes);
        publishers = Collections.unmodifiableSortedSet(new TreeSet<>(publishers));
        receivers = Collections.unmodifiableSortedMap(new TreeMap<>(receivers));
    }

    /** Whether it may be marked CLEAR, and so has a topic that everybody may read. */
    public boolean hasPublicTopic() {
        return floor == Tlp.CLEAR;
    }

    public Optional<Reception> reception(String party) {
        return Optional.ofNullable(receivers.get(party));
    }
}
