package org.heliograph.sharing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;

/**
 * An event that takes an earlier one back (R6). The gate removes the target from the inboxes of those who get the
 * recall, under the key of the recalling party: so nobody can take back what another sent, whatever it names.
 *
 * @param family inbox topic of the target
 */
public record Recall(UUID eventId, String family) {

    private static final String HANDLING = "control.handling";
    private static final Set<String> TAKES_BACK = Set.of("RECALL", "DELETE");

    /** What the offer takes back, if it is accepted and takes anything back. */
    public static Optional<Recall> of(Policy policy, Offer offer) {
        if (!isOne(offer)) {
            return Optional.empty();
        }
        Optional<EventPolicy> target = targetType(offer).flatMap(policy::event);
        return target.flatMap(event -> eventId(offer).map(id -> new Recall(id, event.family())));
    }

    /**
     * The event of its own about which the originator says afterwards how it is to be handled, whatever is to become of
     * it: recalled, deleted, restricted, marked otherwise or corrected.
     */
    public static Optional<UUID> about(Offer offer) {
        return isHandling(offer) ? eventId(offer) : Optional.empty();
    }

    static Optional<Refused> refusal(Policy policy, Offer offer) {
        return isOne(offer) && of(policy, offer).isEmpty()
                ? Acceptance.refused(
                        Rule.R6,
                        "a recall without a target",
                        "state targetEventId and targetEventType as they stand in the event")
                : Optional.empty();
    }

    /** What its target is said to be, whether it is taken back or not; a recall that names no event has none. */
    static Optional<String> targetType(Offer offer) {
        boolean named = !isOne(offer) || eventId(offer).isPresent();
        return isHandling(offer) && named ? offer.field("targetEventType") : Optional.empty();
    }

    private static Optional<UUID> eventId(Offer offer) {
        return offer.field("targetEventId").flatMap(Recall::uuid);
    }

    static boolean isOne(Offer offer) {
        return isHandling(offer)
                && offer.field("action").filter(TAKES_BACK::contains).isPresent();
    }

    private static boolean isHandling(Offer offer) {
        return offer.envelope().getEventType().equals(HANDLING);
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
