package org.heliograph.sharing.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A public key with which a party signs its events.
 *
 * @param kid key id, unique within the party
 * @param jwk public JSON Web Key, EC P-256
 * @param until when it has ended: at that instant it signs no longer. In the text form only where it ends, so that
 *     versions of before keys could end keep their hash
 */
public record SigningKey(
        String party,
        String kid,
        String jwk,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> until) {

    public boolean hasEnded(Instant at) {
        return until.filter(end -> !at.isBefore(end)).isPresent();
    }
}
