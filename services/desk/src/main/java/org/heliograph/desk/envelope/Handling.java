package org.heliograph.desk.envelope;

import java.time.Instant;
import java.util.List;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * How an event is to be treated by whoever gets it.
 *
 * @param note required with H3
 * @param retainUntil required with personal data (R12)
 */
public record Handling(
        Tlp tlp,
        List<HandlingCode> codes,
        @Nullable String note,
        List<Purpose> purposes,
        @Nullable Instant retainUntil,
        boolean containsPersonalData) {

    public Handling {
        codes = List.copyOf(codes);
        purposes = List.copyOf(purposes);
    }

    /** Of an event that came, for what is derived from it to inherit (R4). */
    public static Handling of(Envelope envelope) {
        return new Handling(
                envelope.getTlp(),
                envelope.getHandlingCodes(),
                envelope.getHandlingNote().orElse(null),
                envelope.getPermittedPurposes(),
                envelope.getRetainUntil().orElse(null),
                envelope.getContainsPersonalData());
    }
}
