package org.heliograph.sharing;

import static org.heliograph.events.Tlp.AMBER;
import static org.heliograph.events.Tlp.CLEAR;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Source;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Refused;

/**
 * What an event owes to those it was derived from (R4, R5). The sources are the originator's statement, signed with the
 * event: the gate holds them to it, and cannot know of one that is left out.
 */
public final class Origins {

    private Origins() {}

    /**
     * The widest marking that an event derived from these may have (R4).
     *
     * @param own marking that the event would have without sources
     */
    public static Tlp marking(Tlp own, Collection<Source> sources) {
        Tlp strictest = own;
        for (Source source : sources) {
            strictest = strictest.compareTo(source.getTlp()) < 0 ? source.getTlp() : strictest;
        }
        return strictest;
    }

    /** The handling codes that an event derived from these carries at least, in their own order (R4). */
    public static Set<HandlingCode> handlingCodes(Collection<HandlingCode> own, Collection<Source> sources) {
        Set<HandlingCode> union = EnumSet.noneOf(HandlingCode.class);
        union.addAll(own);
        sources.forEach(source -> union.addAll(source.getHandlingCodes()));
        return union;
    }

    static Optional<Refused> inherited(Envelope envelope) {
        Tlp strictest = marking(CLEAR, envelope.getSources());
        if (envelope.getTlp().compareTo(strictest) < 0) {
            return Acceptance.refused(
                    Rule.R4,
                    "marking %s, a source has %s".formatted(envelope.getTlp(), strictest),
                    "mark it %s or stricter".formatted(strictest));
        }
        Set<HandlingCode> missing = handlingCodes(List.of(), envelope.getSources());
        envelope.getHandlingCodes().forEach(missing::remove);
        return missing.isEmpty()
                ? Optional.empty()
                : Acceptance.refused(
                        Rule.R4, "handling codes %s of its sources are missing".formatted(missing), "add them");
    }

    /** Consents are not built, so nothing that needs one passes. */
    static Optional<Refused> consented(Envelope envelope) {
        if (envelope.getTlp() == CLEAR && envelope.getHandlingCodes().contains(HandlingCode.H2)) {
            return Acceptance.refused(
                    Rule.R5, "handling code H2 and marking CLEAR contradict each other", "mark it GREEN or stricter");
        }
        return envelope.getSources().stream()
                .filter(source -> !source.getOriginatorParty().equals(envelope.getOriginatorParty()))
                .filter(source -> source.getTlp().compareTo(AMBER) >= 0
                        || source.getHandlingCodes().contains(HandlingCode.H2))
                .findFirst()
                .flatMap(source -> Acceptance.refused(
                        Rule.R5,
                        "a source of '%s' has marking %s and handling codes %s, and consents cannot be given yet"
                                .formatted(source.getOriginatorParty(), source.getTlp(), source.getHandlingCodes()),
                        "leave that source out, with what came from it"));
    }
}
