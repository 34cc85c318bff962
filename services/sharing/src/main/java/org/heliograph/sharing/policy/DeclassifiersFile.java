package org.heliograph.sharing.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code declassifiers.yaml} says. */
record DeclassifiersFile(Map<String, DeclassifierEntry> declassifiers) {

    static final String NAME = "declassifiers.yaml";

    /** The nodes that may be relied on. */
    private static final Set<String> NODES = Set.of("gate", "key-holder");

    /** Roles and parties, as they are written. */
    record DeclassifierEntry(
            Located at,
            SortedSet<String> from,
            String event,
            SortedSet<String> to,
            Declassifier.Kind kind,
            SortedSet<String> trusted) {}

    static Optional<DeclassifiersFile> read(Located file) {
        return file.partly(Set.of("declassifiers"), fields -> {
            Map<String, DeclassifierEntry> entries = new LinkedHashMap<>();
            fields.entries("declassifiers").forEach((id, at) -> {
                Owners.checkId(at, id);
                at.whole(Set.of("from", "event", "to", "kind", "trusted"), entry -> entry(at, entry))
                        .ifPresent(entry -> entries.put(id, entry));
            });
            return new DeclassifiersFile(entries);
        });
    }

    private static DeclassifierEntry entry(Located at, Fields entry) {
        return new DeclassifierEntry(
                at,
                entry.texts("from"),
                entry.text("event"),
                entry.texts("to"),
                entry.one("kind", Declassifier.Kind.class),
                entry.texts("trusted"));
    }

    /** Whether a crossing is listed that lets something out to the role. */
    boolean reaches(String role) {
        return declassifiers.values().stream().anyMatch(entry -> entry.to().contains(role));
    }

    SortedMap<String, Declassifier> compile(
            PartiesFile file, SortedMap<String, Party> parties, SortedMap<String, EventPolicy> events) {
        SortedMap<String, Declassifier> compiled = new TreeMap<>();
        declassifiers.forEach((id, entry) -> {
            SortedSet<String> from = expand(entry, "from", entry.from(), file, parties);
            SortedSet<String> to = expand(entry, "to", entry.to(), file, parties);
            checkFrom(entry, from, parties);
            checkEvent(entry, from, to, events);
            entry.trusted().stream()
                    .filter(node -> !NODES.contains(node))
                    .forEach(node -> entry.at().error("trusted", node, Spelling.hint(node, NODES)));
            compiled.put(id, new Declassifier(id, from, entry.event(), to, entry.kind(), entry.trusted()));
        });
        return compiled;
    }

    /** The parties that are meant by roles and ids. */
    private static SortedSet<String> expand(
            DeclassifierEntry entry,
            String field,
            Set<String> names,
            PartiesFile file,
            SortedMap<String, Party> parties) {
        SortedSet<String> ids = new TreeSet<>();
        if (names.isEmpty()) {
            entry.at().error(field, "none", "at least one role or party");
        }
        for (String name : names) {
            boolean everybody = field.equals("to") && name.equals(Party.PUBLIC);
            if (everybody || file.partyIds().contains(name)) {
                ids.add(name);
            } else if (file.roleIds().contains(name)) {
                parties.values().stream()
                        .filter(party -> party.role().equals(name))
                        .forEach(party -> ids.add(party.id()));
            } else {
                Set<String> known = new TreeSet<>(file.roleIds());
                known.addAll(file.partyIds());
                entry.at().error(field, name, Spelling.hint(name, known));
            }
        }
        return ids;
    }

    private static void checkFrom(DeclassifierEntry entry, SortedSet<String> from, SortedMap<String, Party> parties) {
        from.stream()
                .flatMap(id -> Optional.ofNullable(parties.get(id)).stream())
                .filter(party -> party.kind() != PartyKind.PROTECTION)
                .forEach(party -> entry.at().error("from", party.id(), "protection parties only"));
    }

    private static void checkEvent(
            DeclassifierEntry entry,
            SortedSet<String> from,
            SortedSet<String> to,
            SortedMap<String, EventPolicy> events) {
        if (!entry.event().equals(entry.kind().event())) {
            entry.at()
                    .error(
                            "event",
                            entry.event(),
                            "%s, the fixed form of %s".formatted(entry.kind().event(), entry.kind()));
            return;
        }
        Optional<EventPolicy> event = Optional.ofNullable(events.get(entry.event()));
        if (event.isEmpty()) {
            entry.at().error("event", entry.event(), "an event of the catalogue");
        }
        event.ifPresent(found -> {
            from.stream()
                    .filter(party -> !found.publishers().contains(party))
                    .forEach(
                            party -> entry.at().error("from", party, "publishers of %s only".formatted(entry.event())));
            to.stream()
                    .filter(party -> party.equals(Party.PUBLIC)
                            ? !found.hasPublicTopic()
                            : found.reception(party).isEmpty())
                    .forEach(party -> entry.at().error("to", party, "receivers of %s only".formatted(entry.event())));
        });
    }
}
