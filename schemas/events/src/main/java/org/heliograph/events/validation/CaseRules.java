package org.heliograph.events.validation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.events.Envelope;

/** What binds the fields of an event to its envelope. */
final class CaseRules {

    /** Where the day begins first. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private CaseRules() {}

    /**
     * The case is the subject itself, so that what comes later about it stands in the case of what came before and, in
     * a compacted topic, takes its place.
     */
    static void isTheSubject(Envelope envelope, UUID subject, Violations violations) {
        String contextId = envelope.getStatus().name().toLowerCase(Locale.ROOT) + ":" + subject;
        violations.require(
                contextId.equals(envelope.getContextId()),
                "envelope.contextId",
                "the one of what the event is about, " + contextId);
    }

    static void notInFuture(String path, LocalDate date, Envelope envelope, Violations violations) {
        LocalDate today = envelope.getPublishedAt().atOffset(EARLIEST).toLocalDate();
        violations.require(!date.isAfter(today), path, date, "not after envelope.publishedAt");
    }

    static void inOrder(LocalDate start, Optional<LocalDate> end, Violations violations) {
        end.ifPresent(last -> violations.require(!last.isBefore(start), "end", last, "not before start"));
    }
}
