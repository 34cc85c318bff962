package org.heliograph.exchange.wire;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The key of a copy in an inbox: {@code <originator>/<eventId>}. The originator is the owner of the outbox, whom the
 * gate has proven, so nobody's record can take the place of another's, whatever event id it claims.
 */
public record CopyKey(String originator, UUID eventId) {

    /** As the gate writes it. */
    public String text() {
        return originator + "/" + eventId;
    }

    /** Empty if the text is no key of a copy. */
    public static Optional<CopyKey> parse(@Nullable String text) {
        int slash = text == null ? -1 : text.indexOf('/');
        if (text == null || slash < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CopyKey(text.substring(0, slash), UUID.fromString(text.substring(slash + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
