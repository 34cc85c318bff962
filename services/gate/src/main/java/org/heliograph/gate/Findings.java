package org.heliograph.gate;

import org.heliograph.events.Envelope;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Redelivery;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a record, as far as it could be read.
 *
 * @param seq its sequence number
 * @param expectedSeq the number that should have come; only where numbers are missing before this one
 * @param envelope of its event; says who the sender claims to be, proven only where the record was released
 * @param facts what the rules of the policy looked at, for the audit; absent where the policy was not asked
 * @param redelivery what was asked for, where a dispatch is judged again for one party
 */
record Findings(
        @Nullable Long seq,
        @Nullable Long expectedSeq,
        @Nullable Envelope envelope,
        @Nullable JudgedFacts facts,
        @Nullable Redelivery redelivery) {

    static final Findings NONE = new Findings(null, null, null, null, null);

    /** Of a number that follows the one before it. */
    static Findings of(long seq, @Nullable Envelope envelope) {
        return new Findings(seq, null, envelope, null, null);
    }

    /** The same, where another number should have come. */
    Findings after(long expected) {
        return new Findings(seq, expected, envelope, facts, redelivery);
    }

    Findings judgedBy(@Nullable JudgedFacts judged) {
        return new Findings(seq, expectedSeq, envelope, judged, redelivery);
    }

    /** The same of a dispatch that is judged again; its number was taken when it came. */
    Findings again(Redelivery asked) {
        return new Findings(null, null, envelope, facts, asked);
    }

    /** Without the envelope, which holds what does not belong into a log. */
    @Override
    public String toString() {
        return "Findings[seq=" + seq + ", expectedSeq=" + expectedSeq + "]";
    }
}
