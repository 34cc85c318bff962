package org.heliograph.sharing;

import static org.heliograph.events.Tlp.AMBER;
import static org.heliograph.events.Tlp.CLEAR;
import static org.heliograph.events.Tlp.RED;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Refused;
import org.heliograph.sharing.policy.Access;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Letter;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Qualifier;
import org.heliograph.sharing.policy.Terms;

/** Whether a dispatch is acceptable at all, before anybody is looked at who might receive it. */
record Acceptance(Policy policy, EventPolicy event, Terms terms, Offer offer, Instant at) {

    static final String SPEAKS_OF_A_COUNTRY = "prevention.strategy";

    Optional<Refused> refusal() {
        Envelope envelope = offer.envelope();
        return publisher()
                .or(() -> handling(envelope))
                .or(() -> new Wall(policy, offer).sender())
                .or(this::recipients)
                .or(() -> Origins.inherited(envelope))
                .or(() -> Origins.consented(envelope))
                .or(() -> retention(envelope))
                .or(() -> sealing(envelope))
                .or(() -> CaseIds.status(envelope))
                .or(() -> new Wall(policy, offer).references())
                .or(() -> Recall.refusal(policy, offer))
                .or(() -> DeliveryNotice.refusal(policy, offer))
                .or(() -> Statistics.disclosure(offer, at))
                .or(this::coordinates);
    }

    private Optional<Refused> publisher() {
        if (!offer.owner().equals(offer.envelope().getOriginatorParty())) {
            return refused(
                    Rule.OWNER,
                    "the originator is '%s', the outbox belongs to '%s'"
                            .formatted(offer.envelope().getOriginatorParty(), offer.owner()),
                    "each party sends from its own outbox");
        }
        if (!event.schema().equals(offer.schemaName())) {
            return refused(
                    Rule.SCHEMA,
                    "%s needs the schema %s, found %s".formatted(event.type(), event.schema(), offer.schemaName()),
                    "");
        }
        if (!terms.publishers().contains(offer.owner())) {
            return refused(Rule.PUBLISHER, "'%s' is not a publisher of %s".formatted(offer.owner(), event.type()), "");
        }
        return country();
    }

    /** {@code P own} of an event about a country: States speak for their own. Their ids are their country codes. */
    private Optional<Refused> country() {
        Party owner = policy.parties().get(offer.owner());
        if (owner == null || !isNarrowedToOwn(owner) || !SPEAKS_OF_A_COUNTRY.equals(event.type())) {
            return Optional.empty();
        }
        String own = owner.authority().toUpperCase(Locale.ROOT);
        return offer.field("country").filter(own::equals).isPresent()
                ? Optional.empty()
                : refused(
                        Rule.PUBLISHER,
                        "'%s' publishes %s of its own country alone".formatted(owner.id(), event.type()),
                        "country %s".formatted(own));
    }

    private boolean isNarrowedToOwn(Party owner) {
        Access access = terms.access().get(owner.role());
        return access != null
                && access.qualifier(Letter.P).filter(Qualifier.OWN::equals).isPresent();
    }

    private Optional<Refused> handling(Envelope envelope) {
        if (envelope.getPermittedPurposes().isEmpty()) {
            return refused(Rule.R1, "no purpose is permitted", "state at least one of %s".formatted(terms.purposes()));
        }
        if (!terms.purposes().containsAll(envelope.getPermittedPurposes())) {
            return refused(
                    Rule.R1,
                    "purposes %s".formatted(envelope.getPermittedPurposes()),
                    "state only purposes of %s".formatted(terms.purposes()));
        }
        if (envelope.getTlp().compareTo(event.floor()) < 0) {
            return refused(
                    Rule.R1,
                    "marking %s is below the floor %s of %s".formatted(envelope.getTlp(), event.floor(), event.type()),
                    "mark it %s or stricter".formatted(event.floor()));
        }
        if (envelope.getLane() != event.lane()) {
            return refused(
                    Rule.R1,
                    "lane %s, expected %s".formatted(envelope.getLane(), event.lane()),
                    "send it in lane %s".formatted(event.lane()));
        }
        if (envelope.getHandlingCodes().contains(HandlingCode.H3)
                && envelope.getHandlingNote().filter(note -> !note.isBlank()).isEmpty()) {
            return refused(Rule.R1, "handling code H3 needs a handling note", "write the note");
        }
        return Optional.empty();
    }

    private Optional<Refused> recipients() {
        Distribution distribution = offer.distribution();
        Tlp marking = offer.envelope().getTlp();
        if (marking.compareTo(AMBER) >= 0 && distribution.getReleasableTo().isEmpty()) {
            return refused(
                    Rule.R1, "marking %s needs at least one named recipient".formatted(marking), "name a recipient");
        }
        if (marking == CLEAR
                && !(distribution.getReleasableTo().isEmpty()
                        && distribution.getNotReleasableTo().isEmpty())) {
            return refused(
                    Rule.PUBLIC,
                    "marking CLEAR is for everybody",
                    "name no recipients and no exclusions, or mark it stricter");
        }
        return unknown(distribution.getReleasableTo()).or(() -> unknown(distribution.getNotReleasableTo()));
    }

    /** A misspelt exclusion must not release to the party that was meant. */
    private Optional<Refused> unknown(Collection<String> named) {
        return named.stream()
                .filter(party -> !policy.parties().containsKey(party))
                .findFirst()
                .flatMap(party ->
                        refused(Rule.R2, "a named party is unknown", "name only ids of the directory of parties"));
    }

    private Optional<Refused> retention(Envelope envelope) {
        if (!envelope.getContainsPersonalData()) {
            return Optional.empty();
        }
        Optional<Instant> until = envelope.getRetainUntil();
        if (until.isEmpty()) {
            return refused(Rule.R12, "personal data without a time until which it is kept", "state retainUntil");
        }
        Instant kept = at.plus(event.retention());
        return until.get().isBefore(kept)
                ? refused(
                        Rule.R12,
                        "personal data to be kept until %s, while inboxes keep %s for %s"
                                .formatted(until.get(), event.type(), event.retention()),
                        "retainUntil %s or later".formatted(kept))
                : Optional.empty();
    }

    private static Optional<Refused> sealing(Envelope envelope) {
        if (envelope.getTlp() == RED) {
            return refused(Rule.R3, "marking RED needs sealing, which is not available", "mark AMBER_STRICT at most");
        }
        return envelope.getContainsPersonalData()
                ? refused(Rule.R3, "personal data needs sealing, which is not available", "leave personal data out")
                : Optional.empty();
    }

    private Optional<Refused> coordinates() {
        Tlp marking = offer.envelope().getTlp();
        return Coordinates.areShareable(offer.positions(), marking)
                ? Optional.empty()
                : refused(
                        Rule.R14,
                        "a position is finer than %d decimal places of a degree, or out of range"
                                .formatted(Coordinates.decimals(marking)),
                        "round it");
    }

    static Optional<Refused> refused(Rule rule, String reason, String change) {
        return Optional.of(new Refused(rule, reason, change));
    }
}
