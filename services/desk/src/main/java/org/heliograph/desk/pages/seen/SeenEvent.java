package org.heliograph.desk.pages.seen;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Purpose;
import org.heliograph.events.Source;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import tools.jackson.databind.JsonNode;

/**
 * An event as it was stored, which an officer of this party has before them.
 *
 * @param type as the policy names it
 * @param own whether this party is its originator
 * @param content its view as JSON
 */
public record SeenEvent(String type, String originator, UUID eventId, boolean own, JsonNode content) {

    /** Whether what an event says may go on into a request. */
    public enum Leave {
        /** It may; its marking and its codes go with it (R4). */
        GIVEN,
        /** Another party keeps that to itself, or how it wants it treated is not known for certain (R5). */
        NEEDS_CONSENT,
        /** Another party shared it for other purposes. */
        OTHER_PURPOSE
    }

    /** As addresses and forms name it. */
    public String reference() {
        return type + "/" + originator + "/" + eventId;
    }

    /** Into a request for these purposes. */
    public Leave leave(List<Purpose> purposes) {
        Optional<Source> source = source();
        if (source.isEmpty()) {
            return Leave.NEEDS_CONSENT;
        }
        if (own) {
            return Leave.GIVEN;
        }
        if (source.get().getTlp().compareTo(Tlp.AMBER) >= 0
                || source.get().getHandlingCodes().contains(HandlingCode.H2)) {
            return Leave.NEEDS_CONSENT;
        }
        return shared(purposes).isEmpty() ? Leave.OTHER_PURPOSE : Leave.GIVEN;
    }

    /** Those of the purposes for which it may be used; all, if it is this party's own. */
    public List<Purpose> shared(List<Purpose> purposes) {
        List<String> permitted = texts("permittedPurposes");
        return purposes.stream()
                .filter(purpose -> own || permitted.contains(purpose.name()))
                .toList();
    }

    /**
     * What a request that is derived from it says so with; empty where the marking or a code is missing, or of a later
     * version.
     */
    public Optional<Source> source() {
        List<String> codes = texts("handlingCodes");
        List<HandlingCode> known = codes.stream()
                .flatMap(code -> named(HandlingCode.values(), code))
                .toList();
        return content.path("handlingCodes").isArray() && known.size() == codes.size()
                ? named(Tlp.values(), text("tlp")).findFirst().map(tlp -> new Source(eventId, originator, tlp, known))
                : Optional.empty();
    }

    /** Empty for one of a later version. */
    public Optional<Status> status() {
        return named(Status.values(), text("status")).findFirst();
    }

    /** A part that is a text; empty where it is not there. */
    public String text(String part) {
        return content.path(part).asString("");
    }

    /** A part that is a list of texts. */
    public List<String> texts(String part) {
        return content.path(part)
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private static <E extends Enum<E>> Stream<E> named(E[] words, String name) {
        return Arrays.stream(words).filter(word -> word.name().equals(name));
    }
}
