package org.heliograph.sharing.policy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/** Made-up policies, some of which the compiler would refuse. */
public final class SmallPolicy {

    private static final Platform PLATFORM = new Platform(
            6,
            new Platform.Retention(Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(7), Duration.ofHours(6)),
            new Platform.Quotas(1, 1, 1),
            new Platform.Principals("gate", "operations", "auditor"));

    private final SortedMap<String, Party> parties = new TreeMap<>();
    private final SortedMap<String, EventPolicy> events = new TreeMap<>();
    private final SortedMap<String, Grant> grants = new TreeMap<>();
    private final SortedMap<String, Declassifier> declassifiers = new TreeMap<>();

    /** With all purposes, cleared for everything, its own authority. */
    public SmallPolicy party(String id, PartyKind kind, Lane lane) {
        return party(new Party(
                id, id, id, kind, id, Tlp.RED, Set.of(lane), EnumSet.allOf(Purpose.class), new TreeSet<>(), false));
    }

    public SmallPolicy party(Party party) {
        parties.put(party.id(), party);
        return this;
    }

    public SmallPolicy clearance(String id, Tlp clearance) {
        Party old = Objects.requireNonNull(parties.get(id));
        return party(new Party(
                id,
                id,
                old.role(),
                old.kind(),
                old.authority(),
                clearance,
                old.lanes(),
                old.purposes(),
                old.systems(),
                old.suspended()));
    }

    public SmallPolicy lanes(String id, Set<Lane> lanes) {
        Party old = Objects.requireNonNull(parties.get(id));
        return party(new Party(
                id,
                id,
                old.role(),
                old.kind(),
                old.authority(),
                old.clearance(),
                lanes,
                old.purposes(),
                old.systems(),
                old.suspended()));
    }

    public SmallPolicy system(String id, String system) {
        Party old = Objects.requireNonNull(parties.get(id));
        SortedSet<String> systems = new TreeSet<>(old.systems());
        systems.add(system);
        return party(new Party(
                id,
                id,
                old.role(),
                old.kind(),
                old.authority(),
                old.clearance(),
                old.lanes(),
                old.purposes(),
                systems,
                old.suspended()));
    }

    public SmallPolicy suspended(String id) {
        Party old = Objects.requireNonNull(parties.get(id));
        return party(new Party(
                id,
                id,
                old.role(),
                old.kind(),
                old.authority(),
                old.clearance(),
                old.lanes(),
                old.purposes(),
                old.systems(),
                true));
    }

    public SmallPolicy event(String type, String family, Lane lane, Tlp floor) {
        Terms nobody = new Terms(new TreeMap<>(), EnumSet.allOf(Purpose.class), new TreeSet<>(), new TreeMap<>());
        return event(new EventPolicy(
                type,
                "org.heliograph.events.Of" + type.replace(".", "").replace("-", ""),
                family,
                lane,
                floor,
                floor,
                nobody,
                new TreeMap<>(),
                Variants.NONE,
                false,
                Duration.ofDays(90)));
    }

    public SmallPolicy event(EventPolicy event) {
        events.put(event.type(), event);
        return this;
    }

    public SmallPolicy publisher(String type, String party) {
        EventPolicy event = Objects.requireNonNull(events.get(type));
        Terms old = event.all();
        SortedSet<String> publishers = new TreeSet<>(old.publishers());
        publishers.add(party);
        return event(with(event, new Terms(old.access(), old.purposes(), publishers, old.receivers())));
    }

    public SmallPolicy receiver(String type, String party, Reception reception) {
        EventPolicy event = Objects.requireNonNull(events.get(type));
        Terms old = event.all();
        SortedMap<String, Reception> receivers = new TreeMap<>(old.receivers());
        receivers.put(party, reception);
        return event(with(event, new Terms(old.access(), old.purposes(), old.publishers(), receivers)));
    }

    public SmallPolicy grant(Grant grant) {
        grants.put(grant.id(), grant);
        return this;
    }

    public SmallPolicy declassifier(Declassifier declassifier) {
        declassifiers.put(declassifier.id(), declassifier);
        return this;
    }

    public Policy build() {
        return PolicyJson.seal(new Policy(
                "", PLATFORM, parties, events, grants, declassifiers, new TreeMap<>(), new TreeMap<>(), List.of()));
    }

    static EventPolicy with(EventPolicy event, Terms terms) {
        return new EventPolicy(
                event.type(),
                event.schema(),
                event.family(),
                event.lane(),
                event.floor(),
                event.defaultMarking(),
                terms,
                event.accessFromAmber(),
                event.variants(),
                event.personalData(),
                event.retention());
    }
}
