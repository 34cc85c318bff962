package org.heliograph.gate;

import java.time.Instant;
import java.util.List;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt would say, in the same words, and no more.
 *
 * @param rule by which nobody would get a copy; null if somebody would
 * @param withheldFrom of the parties that the originator named
 * @param decidedAt when it was judged
 * @param policyVersion hash of the policy by which it was judged
 */
record Preview(
        Outcome outcome,
        @Nullable String rule,
        @Nullable String reason,
        List<String> releasedTo,
        List<Withheld> withheldFrom,
        Instant decidedAt,
        String policyVersion) {

    record Withheld(String party, String rule, String reason) {

        static Withheld of(PartyDecision decision) {
            return new Withheld(decision.getParty(), decision.getRule(), decision.getReason());
        }
    }

    static Preview of(Ruling.Verdict verdict, String policyVersion, Instant decidedAt) {
        Answer answer = Answer.of(verdict);
        return new Preview(
                answer.outcome(),
                answer.rule(),
                answer.reason(),
                answer.releasedTo(),
                answer.withheldFrom().stream().map(Withheld::of).toList(),
                decidedAt,
                policyVersion);
    }
}
