package org.heliograph.operations.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.events.Purpose;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Grant;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.jspecify.annotations.Nullable;

/**
 * One event, as one party may deal with it. What the party may neither send nor receive has no entry, so that the
 * catalogue does not tell it that the event exists. The page calls the public methods.
 *
 * @param reception null if the party gets no copies of its own without a grant
 * @param mayPublish whether the party may send it
 * @param variants those that the party may send or receive, if the event has any
 * @param grants by which the party may receive it, in force or not
 */
record Entry(
        EventPolicy event, @Nullable Reception reception, boolean mayPublish, List<Kind> variants, List<Grant> grants) {

    /**
     * One variant of an event.
     *
     * @param values of the field by which the event's variants differ
     */
    record Kind(
            String name,
            SortedSet<String> values,
            @Nullable Reception reception,
            boolean mayPublish,
            Set<Purpose> purposes) {

        public String how() {
            return reception == null ? "not received" : words(reception);
        }
    }

    static List<Entry> of(Policy policy, String party) {
        List<Entry> entries = new ArrayList<>();
        for (EventPolicy event : policy.events().values()) {
            Reception reception = event.reception(party).orElse(null);
            boolean publishes = event.publishers().contains(party);
            List<Grant> grants = policy.grants(party, event.type());
            if (reception != null || publishes || event.hasPublicTopic() || !grants.isEmpty()) {
                entries.add(new Entry(event, reception, publishes, variants(event, party), grants));
            }
        }
        return entries;
    }

    private static List<Kind> variants(EventPolicy event, String party) {
        List<Kind> kinds = new ArrayList<>();
        event.variants().byName().forEach((name, variant) -> {
            Reception reception = variant.terms().reception(party).orElse(null);
            boolean publishes = variant.terms().publishers().contains(party);
            if (reception != null || publishes) {
                kinds.add(new Kind(
                        name,
                        variant.values(),
                        reception,
                        publishes,
                        variant.terms().purposes()));
            }
        });
        return kinds;
    }

    /** Whether copies come to an inbox of the party. */
    boolean isReceived() {
        return reception != null || !grants.isEmpty();
    }

    /** Of what the party has to do with: of its variants alone, where the event has any, and of its grants. */
    public SortedSet<Purpose> purposes() {
        SortedSet<Purpose> purposes = new TreeSet<>();
        if (event.variants().areNone()) {
            purposes.addAll(event.purposes());
        }
        variants.forEach(kind -> purposes.addAll(kind.purposes()));
        grants.forEach(grant -> purposes.add(grant.purpose()));
        return purposes;
    }

    /** How a copy comes to the party, for people. */
    public String how() {
        if (reception != null) {
            return words(reception);
        }
        if (!grants.isEmpty()) {
            return "by a grant alone, when the originator names the party";
        }
        return event.hasPublicTopic() ? "from the public topic alone, while it is marked CLEAR" : "not received";
    }

    private static String words(Reception reception) {
        return switch (reception) {
            case COMMUNITY -> "without being named while it is marked GREEN and names nobody; otherwise when named";
            case NAMED -> "when the originator names the party";
        };
    }
}
