package org.heliograph.gate;

import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.Terms;
import org.heliograph.sharing.policy.Variants;

/** A policy in which one party receives nothing. */
final class NarrowedPolicy {

    private NarrowedPolicy() {}

    static Policy without(Policy policy, String party) {
        SortedMap<String, EventPolicy> events = new TreeMap<>();
        policy.events().forEach((type, event) -> {
            SortedMap<String, Variants.Variant> variants = new TreeMap<>();
            event.variants()
                    .byName()
                    .forEach((name, variant) -> variants.put(
                            name, new Variants.Variant(variant.values(), without(variant.terms(), party))));
            events.put(
                    type,
                    new EventPolicy(
                            type,
                            event.schema(),
                            event.family(),
                            event.lane(),
                            event.floor(),
                            event.defaultMarking(),
                            without(event.all(), party),
                            event.accessFromAmber(),
                            new Variants(event.variants().field(), variants),
                            event.personalData(),
                            event.retention()));
        });
        return new Policy(
                        "",
                        policy.platform(),
                        policy.parties(),
                        events,
                        policy.grants(),
                        policy.declassifiers(),
                        policy.auditAccess(),
                        policy.schemas(),
                        policy.signingKeys())
                .with(policy.schemas(), policy.signingKeys());
    }

    private static Terms without(Terms terms, String party) {
        SortedMap<String, Reception> receivers = new TreeMap<>(terms.receivers());
        receivers.remove(party);
        return new Terms(terms.access(), terms.purposes(), terms.publishers(), receivers);
    }
}
