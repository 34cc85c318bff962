package org.heliograph.operations.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Reception;
import org.jspecify.annotations.Nullable;

/**
 * One event, as one party may deal with it. What the party may neither send nor receive has no entry, so that the
 * catalogue does not tell it that the event exists.
 *
 * @param reception null if the party gets no copies of its own
 * @param mayPublish whether the party may send it
 */
record Entry(EventPolicy event, @Nullable Reception reception, boolean mayPublish) {

    static List<Entry> of(Policy policy, String party) {
        List<Entry> entries = new ArrayList<>();
        for (EventPolicy event : policy.events().values()) {
            Reception reception = event.reception(party).orElse(null);
            boolean publishes = event.publishers().contains(party);
            if (reception != null || publishes || event.hasPublicTopic()) {
                entries.add(new Entry(event, reception, publishes));
            }
        }
        return entries;
    }

    boolean isReceived() {
        return reception != null;
    }

    /** How a copy comes to the party, for people. */
    String how() {
        if (reception == null) {
            return "from the public topic alone, while it is marked CLEAR";
        }
        return switch (reception) {
            case COMMUNITY -> "without being named while it is marked GREEN and names nobody; otherwise when named";
            case NAMED -> "when the originator names the party";
        };
    }
}
