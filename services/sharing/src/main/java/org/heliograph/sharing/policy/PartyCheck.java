package org.heliograph.sharing.policy;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.Lane;
import org.heliograph.sharing.policy.PartiesFile.PartyEntry;
import org.heliograph.sharing.policy.PartiesFile.RoleEntry;

/** Checks roles and parties against each other, and makes parties of them. */
final class PartyCheck {

    private final PartiesFile file;
    private final SortedMap<String, Party> parties = new TreeMap<>();

    private PartyCheck(PartiesFile file) {
        this.file = file;
    }

    /** The parties that could be made; who reads them further has no errors to fear, as none of them is used then. */
    static SortedMap<String, Party> parties(PartiesFile file) {
        PartyCheck check = new PartyCheck(file);
        file.roles().values().forEach(PartyCheck::role);
        file.parties().forEach(check::party);
        return check.parties;
    }

    private static void role(RoleEntry role) {
        if (role.lanes().contains(Lane.PROTECTION) && role.kind() != PartyKind.PROTECTION) {
            role.at()
                    .error("lanes", Lane.PROTECTION, "a lane outside the firewall, as its kind is not PROTECTION (R7)");
        }
    }

    private void party(String id, PartyEntry party) {
        Located at = party.at();
        if (!file.roleIds().contains(party.role())) {
            at.error("role", party.role(), Spelling.hint(party.role(), file.roleIds()));
        }
        Optional.ofNullable(file.roles().get(party.role())).ifPresent(role -> {
            authority(id, party, role.kind());
            narrower(at, party, role);
            parties.put(
                    id,
                    new Party(
                            id,
                            party.name(),
                            party.role(),
                            role.kind(),
                            party.authority().orElse(id),
                            party.clearance().orElse(role.clearance()),
                            party.lanes().orElse(role.lanes()),
                            party.purposes().orElse(role.purposes()),
                            party.systems(),
                            party.suspended()));
        });
    }

    private void authority(String id, PartyEntry party, PartyKind kind) {
        String found = party.authority().orElse("nothing");
        if (!kind.hasAuthority()) {
            if (party.authority().isPresent() && !found.equals(id)) {
                party.at().error("authority", found, "its own id, since it is neither an office nor a client");
            }
            return;
        }
        PartyKind expected = kind == PartyKind.OFFICE ? PartyKind.AGENCY : PartyKind.STATE;
        Optional<PartyEntry> authority = Optional.ofNullable(file.parties().get(found));
        Optional<RoleEntry> role =
                authority.flatMap(entry -> Optional.ofNullable(file.roles().get(entry.role())));
        // Where the authority or its role has errors of its own, those are enough.
        boolean known = role.isPresent() || !file.partyIds().contains(found);
        if (known && role.filter(entry -> entry.kind() == expected).isEmpty()) {
            party.at().error("authority", found, "the id of a party of kind " + expected);
        }
    }

    /** A party may be narrower than its role, never wider. */
    private static void narrower(Located at, PartyEntry party, RoleEntry role) {
        party.clearance()
                .filter(clearance -> clearance.compareTo(role.clearance()) > 0)
                .ifPresent(clearance ->
                        at.error("clearance", clearance, "%s of its role, or wider".formatted(role.clearance())));
        party.lanes().ifPresent(lanes -> within(at, "lanes", lanes, role.lanes()));
        party.purposes().ifPresent(purposes -> within(at, "purposes", purposes, role.purposes()));
    }

    private static void within(Located at, String field, Set<?> found, Set<?> expected) {
        found.stream()
                .filter(value -> !expected.contains(value))
                .forEach(value -> at.error(field, value, "only those of its role, " + expected));
    }
}
