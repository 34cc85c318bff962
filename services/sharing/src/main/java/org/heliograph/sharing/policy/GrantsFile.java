package org.heliograph.sharing.policy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/** Reads and checks {@code grants.yaml}. */
final class GrantsFile {

    static final String NAME = "grants.yaml";

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Pattern CASE =
            Pattern.compile("any|(actual|exercise|test):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Set<String> GRANT = Set.of(
            "party",
            "event",
            "variant",
            "purpose",
            "legalBasis",
            "caseReference",
            "requestedBy",
            "approvedBy",
            "from",
            "until");

    private final PartiesFile file;
    private final SortedMap<String, Party> parties;
    private final Set<String> types;
    private final SortedMap<String, EventPolicy> events;

    private GrantsFile(
            PartiesFile file,
            SortedMap<String, Party> parties,
            Set<String> types,
            SortedMap<String, EventPolicy> events) {
        this.file = file;
        this.parties = parties;
        this.types = types;
        this.events = events;
    }

    static SortedMap<String, Grant> read(
            Located root,
            PartiesFile file,
            SortedMap<String, Party> parties,
            Set<String> types,
            SortedMap<String, EventPolicy> events) {
        SortedMap<String, Grant> grants = new TreeMap<>();
        GrantsFile check = new GrantsFile(file, parties, types, events);
        root.partly(Set.of("grants"), fields -> fields.entries("grants"))
                .ifPresent(read -> read.forEach((id, at) -> {
                    Owners.checkId(at, id);
                    at.whole(GRANT, fields -> grant(id, fields)).ifPresent(grant -> {
                        check.check(at, grant);
                        grants.put(id, grant);
                    });
                }));
        return grants;
    }

    private static Grant grant(String id, Fields fields) {
        return new Grant(
                id,
                fields.text("party"),
                fields.text("event"),
                fields.optionalText("variant"),
                fields.one("purpose", Purpose.class),
                fields.text("legalBasis"),
                fields.text("caseReference"),
                fields.text("requestedBy"),
                fields.optionalText("approvedBy"),
                fields.instant("from"),
                fields.instant("until"));
    }

    private void check(Located at, Grant grant) {
        if (!grant.from().isBefore(grant.until())) {
            at.error("until", grant.until(), "a time after " + grant.from());
        } else if (Duration.between(grant.from(), grant.until()).compareTo(LONGEST) > 0) {
            at.error("until", grant.until(), "at most 366 days after " + grant.from());
        }
        if (!CASE.matcher(grant.caseReference()).matches()) {
            at.error(
                    "caseReference",
                    grant.caseReference(),
                    "'any' or a context id such as actual: and a UUID in lower case");
        }
        grant.approvedBy()
                .filter(approver -> sameWords(approver, grant.requestedBy()))
                .ifPresent(approver -> at.error("approvedBy", approver, "somebody else than who requested it"));
        if (!file.partyIds().contains(grant.party())) {
            at.error("party", grant.party(), Spelling.hint(grant.party(), file.partyIds()));
        }
        if (!types.contains(grant.event())) {
            at.error("event", grant.event(), Spelling.hint(grant.event(), types));
        }
        Optional<Party> party = Optional.ofNullable(parties.get(grant.party()));
        Optional<EventPolicy> event = Optional.ofNullable(events.get(grant.event()));
        event.ifPresent(known -> event(at, grant, known));
        party.ifPresent(known -> party(at, grant, known));
        party.ifPresent(receiver -> event.ifPresent(given -> between(at, receiver, given)));
    }

    private static void event(Located at, Grant grant, EventPolicy event) {
        if (event.floor().compareTo(Tlp.AMBER) >= 0 && grant.approvedBy().isEmpty()) {
            at.error(
                    "approvedBy",
                    "nothing",
                    "who approved it, as %s is %s or stricter".formatted(event.type(), event.floor()));
        }
        Map<String, Variants.Variant> variants = event.variants().byName();
        Set<Purpose> purposes = event.purposes();
        if (grant.variant().isPresent()) {
            String name = grant.variant().get();
            Optional<Variants.Variant> variant = Optional.ofNullable(variants.get(name));
            if (variant.isEmpty()) {
                at.error(
                        "variant",
                        name,
                        variants.isEmpty()
                                ? "none, as the event has no variants"
                                : Spelling.hint(name, variants.keySet()));
            }
            purposes = variant.map(found -> found.terms().purposes()).orElse(purposes);
        }
        if (!purposes.contains(grant.purpose())) {
            at.error("purpose", grant.purpose(), "one of the event's " + purposes);
        }
    }

    private static void party(Located at, Grant grant, Party party) {
        if (!party.purposes().contains(grant.purpose())) {
            at.error("purpose", grant.purpose(), "one of the party's " + party.purposes());
        }
    }

    /** A grant lifts neither clearance nor lane nor firewall, so without them it would promise what it cannot keep. */
    private static void between(Located at, Party party, EventPolicy event) {
        boolean behind = party.kind() == PartyKind.PROTECTION;
        if (behind != event.staysBehindFirewall()) {
            at.error(
                    "party",
                    party.id(),
                    behind
                            ? "a party outside the firewall: no grant leads into it (R7)"
                            : "a protection party: no grant leads out of the firewall (R7)");
        } else if (!party.lanes().contains(event.lane())) {
            at.error("party", party.id(), "a party in lane " + event.lane());
        }
        if (party.clearance().compareTo(event.floor()) < 0) {
            at.error("party", party.id(), "a party that is cleared for %s, the floor".formatted(event.floor()));
        }
    }

    private static boolean sameWords(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
