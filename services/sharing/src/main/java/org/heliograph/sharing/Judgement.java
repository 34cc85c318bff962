package org.heliograph.sharing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Released;

/** What is decided about one dispatch and all parties of the policy. */
public sealed interface Judgement {

    /**
     * The decision on each party but the originator, by party id. Empty where the dispatch was refused before
     * recipients were looked at.
     */
    SortedMap<String, SharingDecision> decisions();

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
