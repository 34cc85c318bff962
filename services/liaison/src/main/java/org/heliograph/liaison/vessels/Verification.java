package org.heliograph.liaison.vessels;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.journal.JournalDirection;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import tools.jackson.databind.JsonNode;

/**
 * All that was said of one vessel by those two whose matter it is: who asks, and whom it asked. What others say under
 * the same number is nobody's answer.
 *
 * @param request the last form of what is asked
 * @param flagState that was asked; empty where this party asks and does not know of whom, as after a loss
 * @param responses of the flag State, in order; the last stands
 * @param actions of the State that asks, in order
 */
record Verification(
        JournalEntry request, Optional<String> flagState, List<JournalEntry> responses, List<JournalEntry> actions) {

    Verification {
        responses = List.copyOf(responses);
        actions = List.copyOf(actions);
    }

    /**
     * Put together from what the journal has under one number.
     *
     * @param flagState whose answers count: the addressee where this party asks; where it was asked, only its own do
     */
    static Verification of(
            JournalEntry request,
            Optional<String> flagState,
            List<JournalEntry> responses,
            List<JournalEntry> actions) {
        String asks = text(request, "originatorParty");
        return new Verification(
                request,
                flagState,
                responses.stream()
                        .filter(response -> sameCase(request, response))
                        .filter(response -> asked(request)
                                ? response.direction() == JournalDirection.OUT
                                : flagState.stream().anyMatch(text(response, "originatorParty")::equals))
                        .toList(),
                actions.stream()
                        .filter(action -> sameCase(request, action))
                        .filter(action -> text(action, "originatorParty").equals(asks))
                        .toList());
    }

    /** Whether this party is the flag State here. */
    boolean asked() {
        return asked(request);
    }

    /** The answer that stands, if there is one. */
    Optional<JournalEntry> standing() {
        return responses.isEmpty() ? Optional.empty() : Optional.of(responses.getLast());
    }

    /** Who gets what this party says in the matter: the other of the two. */
    Optional<String> other() {
        return asked() ? Optional.of(originator()) : flagState;
    }

    boolean proposesMeasures() {
        return !request.content().get("proposedMeasures").isEmpty();
    }

    String originator() {
        return text(request, "originatorParty");
    }

    UUID verificationId() {
        return UUID.fromString(text(request, "verificationId"));
    }

    CaseFile file() {
        String context = text(request, "contextId");
        return new CaseFile(
                UUID.fromString(context.substring(context.indexOf(':') + 1)), Status.valueOf(text(request, "status")));
    }

    /** What is said in the matter inherits how the request is to be treated (R4). */
    Handling handling() {
        JsonNode content = request.content();
        return new Handling(
                Tlp.valueOf(text(request, "tlp")),
                content.get("handlingCodes")
                        .valueStream()
                        .map(code -> HandlingCode.valueOf(code.asString()))
                        .toList(),
                content.has("handlingNote") ? text(request, "handlingNote") : null,
                content.get("permittedPurposes")
                        .valueStream()
                        .map(purpose -> Purpose.valueOf(purpose.asString()))
                        .toList(),
                null,
                false);
    }

    private static boolean asked(JournalEntry request) {
        return request.direction() == JournalDirection.IN;
    }

    private static boolean sameCase(JournalEntry one, JournalEntry other) {
        return text(one, "contextId").equals(text(other, "contextId"));
    }

    private static String text(JournalEntry entry, String field) {
        return entry.content().get(field).asString();
    }
}
