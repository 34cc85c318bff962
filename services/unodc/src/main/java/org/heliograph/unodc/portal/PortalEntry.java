package org.heliograph.unodc.portal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.heliograph.desk.publications.Content;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.events.Status;
import tools.jackson.databind.JsonNode;

/**
 * Something that everybody may know.
 *
 * @param type PRODUCT or LEGAL_UPDATE
 * @param originatorParty who published it; UNODC shows what it did not write, too
 * @param status ACTUAL, or EXERCISE for what is not real
 */
public record PortalEntry(
        UUID id,
        PublicationType type,
        EntryKind kind,
        String originatorParty,
        Status status,
        Instant publishedAt,

        @Schema(implementation = Content.class) JsonNode content) {

    public boolean exercise() {
        return status == Status.EXERCISE;
    }
}
