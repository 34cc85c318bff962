package org.heliograph.sharing.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What holds for one type of event.
 *
 * @param type for example {@code alert.route}
 * @param schema full name of its Avro record
 * @param family inbox topic that takes the copies, one class of retention and cleanup
 * @param floor widest marking allowed
 * @param defaultMarking marking that forms offer first
 * @param all of all variants together, where it has any: what topics and rights are made from
 * @param accessFromAmber letters by role from AMBER up, where they are stated apart; empty otherwise
 * @param variants what differs by a field of the event
 * @param retention how long inboxes keep it
 */
public record EventPolicy(
        String type,
        String schema,
        String family,
        Lane lane,
        Tlp floor,
        Tlp defaultMarking,
        Terms all,
        SortedMap<String, Access> accessFromAmber,
        Variants variants,
        boolean personalData,
        Duration retention) {

    public EventPolicy {
        accessFromAmber = Collections.unmodifiableSortedMap(new TreeMap<>(accessFromAmber));
    }

    /** Whether it may be marked CLEAR, and so has a topic that everybody may read. */
    public boolean hasPublicTopic() {
        return floor == Tlp.CLEAR;
    }

    /** Whether it stays behind the protection firewall (R7). */
    public boolean staysBehindFirewall() {
        return lane == Lane.PROTECTION;
    }

    /**
     * The terms by which such an event is judged.
     *
     * @param variant value of the variants' field; not looked at where the event has no variants
     * @return empty if the value belongs to no variant: nobody may send such an event
     */
    public Optional<Terms> terms(@Nullable String variant) {
        if (variants.areNone()) {
            return Optional.of(all);
        }
        return variant == null
                ? Optional.empty()
                : variants.of(variant).map(found -> found.getValue().terms());
    }

    /** Terms by the event's type, or by type and name of each variant where it has any: {@code coop.request return}. */
    public SortedMap<String, Terms> termsByTitle() {
        SortedMap<String, Terms> terms = new TreeMap<>();
        if (variants.areNone()) {
            terms.put(type, all);
        }
        variants.byName().forEach((name, variant) -> terms.put(type + " " + name, variant.terms()));
        return terms;
    }

    /** Of all variants together. */
    public Set<Purpose> purposes() {
        return all.purposes();
    }

    /** Who may send it, in one variant at least. */
    public SortedSet<String> publishers() {
        return all.publishers();
    }

    /** Who may receive it, in one variant at least. */
    public SortedMap<String, Reception> receivers() {
        return all.receivers();
    }

    /** How the party comes by its copy, in the variant that gives it most. */
    public Optional<Reception> reception(String party) {
        return all.reception(party);
    }
}
