package org.heliograph.desk.requests;

import java.time.Instant;
import java.util.List;
import org.heliograph.cooperation.Details;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks.
 *
 * @param language BCP 47
 * @param details of its kind; null in requests of before there were details
 */
public record Content(
        RequestKind kind,
        String subject,
        String factsSummary,
        String assistanceSought,
        @Nullable String legalBasis,
        String language,
        Urgency urgency,
        @Nullable Instant dueAt,
        List<AttachedDocument> attachments,
        @Nullable Details details) {

    public Content {
        attachments = List.copyOf(attachments);
        if (details != null && details.kind() != kind) {
            throw new IllegalArgumentException("details of %s in a request of %s".formatted(details.kind(), kind));
        }
    }

    /**
     * A document that is kept elsewhere.
     *
     * @param sha256 lower-case hex
     */
    public record AttachedDocument(String title, String uri, String sha256) {}
}
