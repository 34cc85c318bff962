package org.heliograph.sharing.policy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A listed crossing of the protection firewall (R7): what protection parties let out, in one fixed schema.
 *
 * @param id unique in the policy
 * @param from ids of the protection parties
 * @param event the type of event that crosses
 * @param to ids of the parties it may reach; {@link Party#PUBLIC} is everybody
 * @param trusted nodes that the crossing relies on, for example {@code gate}
 */
public record Declassifier(
        String id, SortedSet<String> from, String event, SortedSet<String> to, Kind kind, SortedSet<String> trusted) {

    public Declassifier {
        from = Collections.unmodifiableSortedSet(new TreeSet<>(from));
        to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        trusted = Collections.unmodifiableSortedSet(new TreeSet<>(trusted));
    }

    /** What is let out. */
    public enum Kind {
        /** The three fields of the status of a referral. */
        STATUS("protection.status"),
        /** A count after suppression (R13). */
        SUPPRESSED_COUNT("research.observation"),
        /** A request with the fresh consent of the person (R9). */
        HANDOFF_WITH_CONSENT("coop.request");

        private final String event;

        Kind(String event) {
            this.event = event;
        }

        /** The only type of event, and so the only schema, that such a crossing has. */
        public String event() {
            return event;
        }
    }
}
