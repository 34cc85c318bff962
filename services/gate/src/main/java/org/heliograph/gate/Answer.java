package org.heliograph.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.Outcome;
import org.heliograph.events.PartyDecision;
import org.heliograph.sharing.Recall;
import org.heliograph.sharing.Rule;
import org.heliograph.sharing.SharingDecision;
import org.heliograph.sharing.SharingDecision.Published;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.jspecify.annotations.Nullable;

/**
 * A ruling in words, the same whether it is told in a receipt, in the audit or as a preview.
 *
 * @param decisions on each party, by its id; for the audit alone
 */
record Answer(Ruling ruling, List<PartyDecision> decisions) {

    private static final int LONGEST_REASON = 500;

    static Answer of(Ruling ruling) {
        return new Answer(ruling, decisions(ruling));
    }

    Outcome outcome() {
        return switch (ruling) {
            case Ruling.Released released -> Outcome.RELEASED;
            case Ruling.Refused refused -> Outcome.REFUSED;
            case Ruling.Repeated repeated -> Outcome.REPEATED;
        };
    }

    /** Id of the rule by which nobody got a copy. */
    @Nullable
    String rule() {
        Rule rule = switch (ruling) {
            case Ruling.Released released -> null;
            case Ruling.Refused refused -> refused.refusal().rule();
            case Ruling.Repeated repeated -> repeated.rule();
        };
        return rule == null ? null : rule.id();
    }

    @Nullable
    String reason() {
        String reason = switch (ruling) {
            case Ruling.Released released -> recalled(released);
            case Ruling.Refused refused -> refused.refusal().told();
            case Ruling.Repeated repeated -> repeated.reason();
        };
        return reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    /** What a released event takes back. */
    @Nullable
    String recalledEventId() {
        return ruling instanceof Ruling.Released released
                ? recall(released).map(recall -> recall.eventId().toString()).orElse(null)
                : null;
    }

    /** Who gets a copy. */
    List<String> releasedTo() {
        return decisions.stream()
                .filter(PartyDecision::getReleased)
                .map(PartyDecision::getParty)
                .toList();
    }

    /** Of the parties that the originator named itself: of others it learns nothing. */
    List<PartyDecision> withheldFrom() {
        Set<String> named = switch (ruling) {
            case Ruling.Released released -> released.named();
            case Ruling.Refused refused -> refused.named();
            case Ruling.Repeated repeated -> Set.of();
        };
        return decisions.stream()
                .filter(decision -> !decision.getReleased() && named.contains(decision.getParty()))
                .toList();
    }

    private static @Nullable String recalled(Ruling.Released released) {
        return recall(released)
                .map(recall -> "takes %s back from the family %s".formatted(recall.eventId(), recall.family()))
                .orElse(null);
    }

    private static Optional<Recall> recall(Ruling.Released released) {
        return released.sinks() instanceof Ruling.Sinks.Inboxes inboxes ? inboxes.recall() : Optional.empty();
    }

    private static List<PartyDecision> decisions(Ruling ruling) {
        Map<String, SharingDecision> decisions = switch (ruling) {
            case Ruling.Released released -> released.decisions();
            case Ruling.Refused refused -> refused.decisions();
            case Ruling.Repeated repeated -> Map.of();
        };
        List<PartyDecision> told = new ArrayList<>(decisions.size());
        decisions.forEach((party, decision) -> told.add(
                new PartyDecision(party, isReleased(decision), decision.rule().id(), decision.told())));
        return told;
    }

    private static boolean isReleased(SharingDecision decision) {
        return switch (decision) {
            case Released released -> true;
            case Published published -> true;
            case Withheld withheld -> false;
            case Refused refused -> false;
        };
    }
}
