package org.heliograph.sharing;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.policy.Party;

/** What is decided about one dispatch and all parties of the policy. */
public sealed interface Judgement {

    /**
     * The decision on each party but the originator, by party id. Empty where the dispatch was refused before
     * recipients were looked at; of a public one, the decision on {@link Party#PUBLIC} alone.
     */
    SortedMap<String, SharingDecision> decisions();

    /** Everybody may read it, from the event's public topic. */
    record Public(SharingDecision.Published decision) implements Judgement {

        @Override
        public SortedMap<String, SharingDecision> decisions() {
            return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(Party.PUBLIC, decision)));
        }
    }

    /** At least one party gets a copy. */
    record Accepted(SortedMap<String, SharingDecision> decisions) implements Judgement {

        public Accepted {
            decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
        }

        /** The parties that get a copy. */
        public SortedSet<String> recipients() {
            SortedSet<String> recipients = new TreeSet<>();
            decisions.forEach((party, decision) -> {
                if (decision instanceof Released) {
                    recipients.add(party);
                }
            });
            return recipients;
        }
    }

    /** Nobody gets a copy. */
    record Rejected(Refused refusal, SortedMap<String, SharingDecision> decisions) implements Judgement {

        public Rejected {
            decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
        }

        public Rejected(Refused refusal) {
            this(refusal, new TreeMap<>());
        }
    }
}
