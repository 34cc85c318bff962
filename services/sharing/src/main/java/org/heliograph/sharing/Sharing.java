package org.heliograph.sharing;

import static org.heliograph.events.Tlp.CLEAR;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.sharing.SharingDecision.Published;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.SharingDecision.Withheld;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Terms;

/**
 * Decides who may receive what. Pure: the same policy, offer and instant always give the same answer, on any thread.
 *
 * <p>The checks run from the outside in, and the first that fails decides: suspension, publisher, handling (R1),
 * firewall (R7), whom it names (R1, R2), sources (R4, R5), personal data and sealing (R12, R3), case (R8, R17), what
 * was recalled (R6), statistics (R13), coordinates (R14), and for each recipient the firewall (R7), the release rule
 * (R2) with handling code H2 (R5), and grants.
 */
public final class Sharing {

    private Sharing() {}

    /**
     * Decides about one recipient, as {@link #judge} would. An id that is no party of the policy is withheld from; what
     * is public is so for every id.
     *
     * @param at when it is decided: grants are in force or not, terms have passed or not
     */
    public static SharingDecision decide(Policy policy, Offer offer, String recipient, Instant at) {
        return switch (judge(policy, offer, at)) {
            case Judgement.Rejected rejected -> rejected.refusal();
            case Judgement.Public everybody -> everybody.decision();
            case Judgement.Accepted accepted ->
                Objects.requireNonNullElseGet(
                        accepted.decisions().get(recipient),
                        () -> new Withheld(
                                Rule.R2,
                                "%s is not a recipient of its own or an unknown party".formatted(recipient),
                                ""));
        };
    }

    /**
     * Decides about all parties of the policy but the originator, or, of what is CLEAR, about everybody at once. A
     * dispatch that nobody would receive is rejected.
     *
     * @param at when it is decided
     */
    public static Judgement judge(Policy policy, Offer offer, Instant at) {
        if (policy.isSuspended(offer.owner())) {
            return new Judgement.Rejected(new Refused(Rule.SUSPENDED, "'%s' is suspended".formatted(offer.owner())));
        }
        Optional<EventPolicy> known = policy.event(offer.envelope().getEventType());
        if (known.isEmpty()) {
            return new Judgement.Rejected(new Refused(
                    Rule.PUBLISHER,
                    "event type '%s' is not in the catalogue"
                            .formatted(offer.envelope().getEventType())));
        }
        EventPolicy event = known.get();
        Optional<Terms> terms = event.terms(offer.fields().get(event.variants().field()));
        if (terms.isEmpty()) {
            return new Judgement.Rejected(new Refused(
                    Rule.PUBLISHER,
                    "%s of this %s is in no variant of the policy"
                            .formatted(event.type(), event.variants().field())));
        }
        return new Acceptance(policy, event, terms.get(), offer, at)
                .refusal()
                .<Judgement>map(Judgement.Rejected::new)
                .orElseGet(() -> release(policy, new Audience(policy, event, terms.get(), offer, at), offer));
    }

    private static Judgement release(Policy policy, Audience audience, Offer offer) {
        if (offer.envelope().getTlp() == CLEAR) {
            // Below the floor it was refused: the event has a public topic.
            return new Judgement.Public(new Published(Rule.PUBLIC, "everybody, marking CLEAR"));
        }
        SortedMap<String, SharingDecision> decisions = new TreeMap<>();
        for (Party party : policy.parties().values()) {
            if (!party.id().equals(offer.owner())) {
                decisions.put(party.id(), audience.decide(party));
            }
        }
        return decisions.values().stream().anyMatch(Released.class::isInstance)
                ? new Judgement.Accepted(decisions)
                : new Judgement.Rejected(
                        new Refused(Rule.R2, "no recipient is left", "name a party that may receive it"), decisions);
    }
}
