package org.heliograph.gate;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Envelope;
import org.heliograph.sharing.Recall;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.SharingDecision;

/** How an outbox record ends: in exactly one of three ways. */
sealed interface Ruling {

    Findings findings();

    /** What the record itself deserves, whatever came before it. */
    sealed interface Verdict extends Ruling {

        /** The same, of a record before which numbers are missing, from this one on. */
        Verdict after(long expected);
    }

    /**
     * Somebody may read it: recipients get copies, or everybody may read the public topic.
     *
     * @param event the bytes to copy
     * @param sinks where the copies go
     * @param decisions by party, or on everybody
     * @param named the parties that the originator named
     */
    record Released(
            Findings findings,
            Envelope envelope,
            WriterSchema schema,
            ByteBuffer event,
            String signature,
            Sinks sinks,
            SortedMap<String, SharingDecision> decisions,
            Set<String> named)
            implements Verdict {

        @Override
        public Verdict after(long expected) {
            return new Released(findings.after(expected), envelope, schema, event, signature, sinks, decisions, named);
        }

        /**
         * Those who get a copy, and those who would but are suspended: what is recalled goes from their inboxes too,
         * where it would wait for them.
         */
        SortedSet<String> reached() {
            SortedSet<String> reached = new TreeSet<>();
            decisions.forEach((party, decision) -> {
                if (decision instanceof SharingDecision.Released || decision.rule() == Rule.SUSPENDED) {
                    reached.add(party);
                }
            });
            return reached;
        }

        @Override
        public String toString() {
            return "Released[" + findings + "]";
        }
    }

    /** Where the copies of one release go. */
    sealed interface Sinks {

        /**
         * Into the inboxes of these parties, which have a topic for the family.
         *
         * @param recall what is to go from their inboxes, if the event takes an earlier one back
         */
        record Inboxes(SortedSet<String> recipients, String family, Optional<Recall> recall) implements Sinks {}

        /** To the public topic of the event alone. */
        record PublicTopic(String originator, String eventType) implements Sinks {}
    }

    /** Nobody gets a copy. */
    record Refused(
            Findings findings,
            SharingDecision.Refused refusal,
            SortedMap<String, SharingDecision> decisions,
            Set<String> named)
            implements Verdict {

        Refused(Findings findings, SharingDecision.Refused refusal) {
            this(findings, refusal, new TreeMap<>(), Set.of());
        }

        @Override
        public Verdict after(long expected) {
            return new Refused(findings.after(expected), refusal, decisions, named);
        }

        @Override
        public String toString() {
            return "Refused[" + findings + ", rule=" + refusal.rule() + "]";
        }
    }

    /** Its number was taken before: it ended already, whatever is in it now. */
    record Repeated(Findings findings, String reason) implements Ruling {

        Rule rule() {
            return Rule.SEQUENCE;
        }
    }
}
