package org.heliograph.sharing;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;

/**
 * A {@code control.delivery}: what a holder did about a copy that it could not apply (R6). It names the event and its
 * originator, and reaches that originator alone: to anybody else it would tell that there is such an event. Who never
 * may send such an event cannot be its originator. The gate keeps no memory of who holds what, so whether there was a
 * copy at all it cannot see.
 */
record DeliveryNotice(UUID eventId, String eventType, String originator, String act, String decidedBy) {

    private static final String TYPE = "control.delivery";
    private static final Pattern WORD = Pattern.compile("[A-Z_]{1,64}");

    static boolean isOne(Offer offer) {
        return offer.envelope().getEventType().equals(TYPE);
    }

    /** What it says, if it says all of it. */
    static Optional<DeliveryNotice> of(Offer offer) {
        if (!isOne(offer)) {
            return Optional.empty();
        }
        Optional<UUID> eventId = offer.field("targetEventId").flatMap(Recall::uuid);
        Optional<String> eventType = offer.field("targetEventType");
        Optional<String> originator = offer.field("targetOriginator");
        Optional<String> act = word(offer, "deliveryAct");
        Optional<String> decidedBy = word(offer, "decidedBy");
        return eventId.isPresent()
                        && eventType.isPresent()
                        && originator.isPresent()
                        && act.isPresent()
                        && decidedBy.isPresent()
                ? Optional.of(new DeliveryNotice(
                        eventId.get(), eventType.get(), originator.get(), act.get(), decidedBy.get()))
                : Optional.empty();
    }

    private static Optional<String> word(Offer offer, String field) {
        return offer.field(field).filter(text -> WORD.matcher(text).matches());
    }

    static Optional<Refused> refusal(Policy policy, Offer offer) {
        if (!isOne(offer)) {
            return Optional.empty();
        }
        Optional<DeliveryNotice> notice = of(offer);
        if (notice.isEmpty()) {
            return Acceptance.refused(
                    Rule.R6,
                    "what was done about which event is not said",
                    "state targetEventId, targetEventType, targetOriginator, deliveryAct and decidedBy");
        }
        Optional<EventPolicy> target = policy.event(notice.get().eventType());
        return target.filter(event -> event.publishers().contains(notice.get().originator()))
                        .isPresent()
                ? Optional.empty()
                : Acceptance.refused(
                        Rule.R6,
                        "the originator that is named may send no event of the type that is named",
                        "state targetEventType and targetOriginator as they stand in the event");
    }

    static Optional<Withheld> recipient(Offer offer, Party party) {
        return of(offer)
                .filter(notice -> !notice.originator().equals(party.id()))
                .map(notice -> new Withheld(
                        Rule.R6, "not the originator of the event that this is about", "name that originator alone"));
    }
}
