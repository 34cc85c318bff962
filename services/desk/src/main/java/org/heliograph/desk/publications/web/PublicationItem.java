package org.heliograph.desk.publications.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.publications.Content;
import org.heliograph.desk.publications.Publication;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Purpose;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The last version of a publication.
 *
 * @param direction IN was received, OUT published by this party
 * @param eventId of the last version
 * @param version which a correction or withdrawal has to state; 0 of what others published
 * @param at when this party published or received it
 * @param receipts answers of the gate to the last version of what this party published; empty while it has not answered
 */
record PublicationItem(
        UUID id,
        PublicationType type,
        Publication.Direction direction,
        String originatorParty,
        UUID eventId,
        int version,
        Status status,
        Tlp tlp,
        List<HandlingCode> handlingCodes,
        @Nullable String handlingNote,
        List<Purpose> permittedPurposes,
        boolean withdrawn,
        Instant publishedAt,
        Instant at,

        @Schema(implementation = Content.class) JsonNode content,

        List<GateAnswer> receipts) {

    static PublicationItem of(Publication publication, List<GateAnswer> receipts) {
        return new PublicationItem(
                publication.id(),
                publication.type(),
                publication.direction(),
                publication.originator(),
                publication.eventId(),
                publication.version(),
                publication.status(),
                publication.handling().tlp(),
                publication.handling().codes(),
                publication.handling().note(),
                publication.handling().purposes(),
                publication.withdrawn(),
                publication.publishedAt(),
                publication.storedAt(),
                publication.content(),
                receipts);
    }
}
