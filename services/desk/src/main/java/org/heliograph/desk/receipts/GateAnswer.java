package org.heliograph.desk.receipts;

import java.time.Instant;
import java.util.List;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.events.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * What the gate said in a receipt, or would say in one.
 *
 * @param rule that refused; null otherwise
 * @param releasedTo who holds a copy, or would
 * @param withheldFrom of those whom the party named
 * @param policyVersion hash of the policy that judged
 */
public record GateAnswer(
        Outcome outcome,
        @Nullable String rule,
        @Nullable String reason,
        List<String> releasedTo,
        List<Withheld> withheldFrom,
        Instant decidedAt,
        String policyVersion) {

    /** A party that was named and got no copy. */
    public record Withheld(String party, String rule, String reason) {
        static Withheld of(PartyDecision decision) {
            return new Withheld(decision.getParty(), decision.getRule(), decision.getReason());
        }
    }

    /** A receipt as callers see it. */
    public static GateAnswer of(Receipt receipt) {
        return new GateAnswer(
                receipt.getOutcome(),
                receipt.getRule().orElse(null),
                receipt.getReason().orElse(null),
                List.copyOf(receipt.getReleasedTo()),
                receipt.getWithheldFrom().stream().map(Withheld::of).toList(),
                receipt.getDecidedAt(),
                receipt.getPolicyVersion());
    }
}
