package org.heliograph.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.Access;
import org.heliograph.sharing.policy.Declassifier;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.PartyKind;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.SmallPolicy;
import org.heliograph.sharing.policy.Terms;
import org.heliograph.sharing.policy.Variants;

/** A policy with one of everything, in which each kind of event goes to some and not to others. */
final class Cast {

    static final Instant NOW = Instant.parse("2026-03-31T00:00:00Z");
    static final String CASE = "exercise:0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11";

    static final List<String> PARTIES =
            List.of("aid", "aid-office", "state-x", "client-x", "state-y", "lab", "wall-aid", "wall-x", "state-z");
    static final List<String> EVENTS = List.of(
            "alert.route",
            "coop.request",
            "research.observation",
            "protection.referral",
            "prevention.strategy",
            "control.handling",
            "control.delivery");

    private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);

    private Cast() {}

    static Policy policy(List<Grant> grants, String... suspended) {
        SmallPolicy policy = new SmallPolicy();
        Set<Lane> open = Set.of(Lane.OPERATIONAL, Lane.COOPERATION, Lane.KNOWLEDGE);
        party(policy, "aid", PartyKind.AGENCY, "aid", Tlp.AMBER_STRICT, open, ALL);
        party(policy, "aid-office", PartyKind.OFFICE, "aid", Tlp.AMBER_STRICT, open, ALL);
        party(policy, "state-x", PartyKind.STATE, "state-x", Tlp.RED, open, ALL);
        party(policy, "client-x", PartyKind.CLIENT, "state-x", Tlp.AMBER, open, Set.of(Purpose.OPERATIONAL_LE));
        party(policy, "state-y", PartyKind.STATE, "state-y", Tlp.GREEN, open, ALL);
        party(
                policy,
                "state-z",
                PartyKind.STATE,
                "state-z",
                Tlp.AMBER_STRICT,
                Set.of(Lane.OPERATIONAL),
                Set.of(Purpose.SAFETY_OF_LIFE));
        party(
                policy,
                "lab",
                PartyKind.RESEARCH,
                "lab",
                Tlp.GREEN,
                Set.of(Lane.KNOWLEDGE),
                Set.of(Purpose.RESEARCH_STATISTICS));
        party(
                policy,
                "wall-aid",
                PartyKind.PROTECTION,
                "wall-aid",
                Tlp.RED,
                Set.of(Lane.PROTECTION, Lane.KNOWLEDGE),
                ALL);
        party(policy, "wall-x", PartyKind.PROTECTION, "wall-x", Tlp.AMBER, Set.of(Lane.PROTECTION), ALL);
        events(policy);
        grants.forEach(policy::grant);
        List.of(suspended).forEach(policy::suspended);
        return policy.build();
    }

    private static void events(SmallPolicy policy) {
        event(policy, "alert.route", Lane.OPERATIONAL, Tlp.GREEN, Reception.COMMUNITY, Variants.NONE);
        Terms technical = terms(Reception.NAMED, "aid", "aid-office", "state-x", "client-x");
        Terms judicial = terms(Reception.NAMED, "state-x", "state-y", "state-z");
        event(
                policy,
                "coop.request",
                Lane.COOPERATION,
                Tlp.GREEN,
                Reception.NAMED,
                new Variants(
                        "kind",
                        new TreeMap<>(Map.of(
                                "technical",
                                new Variants.Variant(new TreeSet<>(Set.of("ADVICE", "TRAINING")), technical),
                                "judicial",
                                new Variants.Variant(new TreeSet<>(Set.of("MLA")), judicial)))));
        event(policy, "research.observation", Lane.KNOWLEDGE, Tlp.CLEAR, Reception.COMMUNITY, Variants.NONE);
        event(policy, "prevention.strategy", Lane.KNOWLEDGE, Tlp.CLEAR, Reception.COMMUNITY, Variants.NONE);
        event(policy, "control.handling", Lane.OPERATIONAL, Tlp.GREEN, Reception.NAMED, Variants.NONE, "state-z");
        event(policy, "control.delivery", Lane.OPERATIONAL, Tlp.GREEN, Reception.NAMED, Variants.NONE, "state-z");
        event(policy, "protection.referral", Lane.PROTECTION, Tlp.GREEN, Reception.NAMED, Variants.NONE);
        // Two of them in the policy by mistake: the wall has to hold where the matrix does not.
        policy.declassifier(new Declassifier(
                "counts",
                new TreeSet<>(Set.of("wall-aid")),
                "research.observation",
                new TreeSet<>(Set.of("aid", "lab", "public")),
                Declassifier.Kind.SUPPRESSED_COUNT,
                new TreeSet<>(Set.of("gate"))));
        policy.declassifier(new Declassifier(
                "plans",
                new TreeSet<>(Set.of("wall-aid")),
                "prevention.strategy",
                new TreeSet<>(Set.of("aid")),
                Declassifier.Kind.STATUS,
                new TreeSet<>(Set.of("gate"))));
    }

    private static void event(
            SmallPolicy policy,
            String type,
            Lane lane,
            Tlp floor,
            Reception reception,
            Variants variants,
            String... more) {
        List<String> receivers = new ArrayList<>(PARTIES.subList(0, 8));
        receivers.addAll(List.of(more));
        policy.event(new EventPolicy(
                type,
                "org.heliograph.events." + type,
                type.substring(0, type.indexOf('.')),
                lane,
                floor,
                floor,
                terms(reception, receivers.toArray(String[]::new)),
                new TreeMap<>(),
                variants,
                false,
                Duration.ofDays(90)));
    }

    /** All but State Z may send; those named may receive. States speak of their own country alone. */
    private static Terms terms(Reception reception, String... receivers) {
        SortedMap<String, Reception> how = new TreeMap<>();
        for (String receiver : receivers) {
            how.put(receiver, reception);
        }
        return new Terms(
                new TreeMap<>(Map.of("state", Access.of("P own R"), "agency", Access.of("PR"))),
                Set.of(Purpose.OPERATIONAL_LE, Purpose.RESEARCH_STATISTICS, Purpose.SAFETY_OF_LIFE),
                new TreeSet<>(PARTIES.subList(0, 8)),
                how);
    }

    private static void party(
            SmallPolicy policy,
            String id,
            PartyKind kind,
            String authority,
            Tlp clearance,
            Set<Lane> lanes,
            Set<Purpose> purposes) {
        String role = kind == PartyKind.STATE ? "state" : "agency";
        policy.party(new Party(id, id, role, kind, authority, clearance, lanes, purposes, new TreeSet<>(), false));
    }

    /** One policy for each way in which a grant can be in force or not, and some in which parties are suspended. */
    static List<Policy> policies() {
        Instant later = NOW.plusMillis(1);
        Instant before = NOW.minusMillis(1);
        return List.of(
                policy(List.of()),
                policy(List.of(grant("any", "state-z", "coop.request", Optional.empty(), NOW, later))),
                policy(List.of(grant("over", "state-z", "coop.request", Optional.empty(), before, NOW))),
                policy(List.of(grant("to-come", "lab", "alert.route", Optional.empty(), later, later.plusMillis(1)))),
                policy(List.of(
                        grant("kind", "lab", "coop.request", Optional.of("judicial"), before, later),
                        grant("z", "state-z", "coop.request", Optional.of("technical"), before, later))),
                policy(List.of(grant("z", "state-z", "alert.route", Optional.empty(), before, later))),
                policy(List.of(grant("lab", "lab", "research.observation", Optional.empty(), before, later))),
                policy(List.of(grant("wall", "state-x", "protection.referral", Optional.empty(), before, later))),
                policy(List.of(limited("case", "state-z", Grant.ANY_CASE, false))),
                policy(List.of(limited("approved", "state-z", Grant.ANY_CASE, true))),
                policy(List.of(limited("this-case", "state-z", CASE, true))),
                policy(List.of(limited("other-case", "state-z", CASE.replace("0d7b", "1d7b"), true))),
                policy(List.of(), "state-x", "wall-aid"),
                policy(List.of(grant("out", "state-z", "alert.route", Optional.empty(), before, later)), "state-z"),
                policy(List.of(), "aid", "lab", "client-x"));
    }

    private static Grant limited(String id, String party, String reference, boolean approved) {
        return new Grant(
                id,
                party,
                "alert.route",
                Optional.empty(),
                Purpose.OPERATIONAL_LE,
                "treaty",
                reference,
                "head-of-desk",
                approved ? Optional.of("legal-officer") : Optional.empty(),
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(1)));
    }

    private static Grant grant(
            String id, String party, String event, Optional<String> variant, Instant from, Instant until) {
        return new Grant(
                id,
                party,
                event,
                variant,
                Purpose.OPERATIONAL_LE,
                "treaty",
                Grant.ANY_CASE,
                "head-of-desk",
                Optional.of("legal-officer"),
                from,
                until);
    }
}
