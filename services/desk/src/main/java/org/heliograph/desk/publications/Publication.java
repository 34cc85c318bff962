package org.heliograph.desk.publications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Status;
import tools.jackson.databind.JsonNode;

/**
 * The last version of a publication.
 *
 * @param id the same for all its versions
 * @param eventId of the last version
 * @param version number of the last version, from 1; 0 of what another party published
 * @param withdrawn whether its originator took it back
 * @param publishedAt as the originator says
 * @param storedAt when the party published or received it
 * @param recipients whom this party named; none of what it received
 * @param content a {@link Content} as JSON, so that a word of a later version passes
 */
public record Publication(
        UUID id,
        PublicationType type,
        Direction direction,
        String originator,
        UUID eventId,
        int version,
        Status status,
        boolean withdrawn,
        Instant publishedAt,
        Instant storedAt,
        Handling handling,
        List<String> recipients,
        List<String> excluded,
        JsonNode content) {

    /** Which way it went, as the party sees it. */
    public enum Direction {
        /** Received. */
        IN,
        /** Published by the party. */
        OUT
    }

    public Publication {
        recipients = List.copyOf(recipients);
        excluded = List.copyOf(excluded);
    }
}
