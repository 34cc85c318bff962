package org.heliograph.sharing.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/**
 * What {@code parties.yaml} says.
 *
 * @param roleIds of all roles, also of those that could not be read whole
 * @param partyIds of all parties, likewise
 */
record PartiesFile(
        Map<String, RoleEntry> roles, Set<String> roleIds, Map<String, PartyEntry> parties, Set<String> partyIds) {

    static final String NAME = "parties.yaml";

    private static final Set<String> ROLE = Set.of("kind", "clearance", "lanes", "purposes");
    private static final Set<String> PARTY =
            Set.of("name", "role", "authority", "systems", "clearance", "lanes", "purposes", "suspended");

    /** A column of the access matrix. */
    record RoleEntry(Located at, PartyKind kind, Tlp clearance, Set<Lane> lanes, Set<Purpose> purposes) {}

    /** What is not stated is as its role has it. */
    record PartyEntry(
            Located at,
            String name,
            String role,
            Optional<String> authority,
            SortedSet<String> systems,
            Optional<Tlp> clearance,
            Optional<Set<Lane>> lanes,
            Optional<Set<Purpose>> purposes,
            boolean suspended) {}

    static Optional<PartiesFile> read(Located file, Owners owners) {
        return file.partly(Set.of("roles", "parties"), fields -> {
            Map<String, RoleEntry> roles = new LinkedHashMap<>();
            Map<String, Located> readRoles = atLeastOne(fields, "roles");
            readRoles.forEach((id, at) -> {
                Owners.checkId(at, id);
                if (id.equals(Party.PUBLIC)) {
                    at.error(id, "another name: it stands for everybody");
                }
                at.whole(ROLE, role -> role(at, role)).ifPresent(role -> roles.put(id, role));
            });
            Map<String, PartyEntry> parties = new LinkedHashMap<>();
            Map<String, Located> readParties = atLeastOne(fields, "parties");
            readParties.forEach((id, at) -> owners.claim(at, id, "parties.yaml: " + id));
            readParties.forEach((id, at) ->
                    at.whole(PARTY, party -> party(id, at, party, owners)).ifPresent(party -> parties.put(id, party)));
            return new PartiesFile(roles, readRoles.keySet(), parties, new TreeSet<>(readParties.keySet()));
        });
    }

    static Map<String, Located> atLeastOne(Fields fields, String field) {
        Map<String, Located> entries = fields.entries(field);
        if (entries.isEmpty()) {
            fields.find(field).filter(Located::isMapping).ifPresent(at -> at.error("none", "at least one"));
        }
        return entries;
    }

    private static RoleEntry role(Located at, Fields role) {
        return new RoleEntry(
                at,
                role.one("kind", PartyKind.class),
                role.one("clearance", Tlp.class),
                role.several("lanes", Lane.class),
                role.several("purposes", Purpose.class));
    }

    private static PartyEntry party(String id, Located at, Fields party, Owners owners) {
        SortedSet<String> systems = party.optionalTexts("systems");
        party.find("systems")
                .ifPresent(list ->
                        systems.forEach(system -> owners.claim(list, system, "parties.yaml: " + id + ".systems")));
        return new PartyEntry(
                at,
                party.text("name"),
                party.text("role"),
                party.optionalText("authority"),
                systems,
                party.has("clearance") ? Optional.of(party.one("clearance", Tlp.class)) : Optional.empty(),
                party.optionalSeveral("lanes", Lane.class),
                party.optionalSeveral("purposes", Purpose.class),
                party.has("suspended") && party.yes("suspended"));
    }
}
