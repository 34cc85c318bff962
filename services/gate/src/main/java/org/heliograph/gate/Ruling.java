package org.heliograph.gate;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.Envelope;
import org.heliograph.sharing.Judgement.Accepted;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.SharingDecision;

/** How an outbox record ends: in exactly one of three ways. */
sealed interface Ruling {

    Findings findings();

    /**
     * At least one recipient gets a copy.
     *
     * @param event the bytes to copy
     * @param named the parties that the originator named
     */
    record Released(
            Findings findings,
            Envelope envelope,
            WriterSchema schema,
            ByteBuffer event,
            String signature,
            String family,
            Accepted accepted,
            Set<String> named)
            implements Ruling {

        @Override
        public String toString() {
            return "Released[" + findings + "]";
        }
    }

    /** Nobody gets a copy. */
    record Refused(
            Findings findings,
            SharingDecision.Refused refusal,
            SortedMap<String, SharingDecision> decisions,
            Set<String> named)
            implements Ruling {

        Refused(Findings findings, SharingDecision.Refused refusal) {
            this(findings, refusal, new TreeMap<>(), Set.of());
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
