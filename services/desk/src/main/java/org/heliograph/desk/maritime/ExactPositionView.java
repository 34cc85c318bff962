package org.heliograph.desk.maritime;

import org.heliograph.events.ExactPosition;
import org.jspecify.annotations.Nullable;

/**
 * As fine as its originator knows it: it is never rounded.
 *
 * @param precisionKm radius within which the true position lies
 */
public record ExactPositionView(
        double lat, double lon, @Nullable Double precisionKm) {

    /** A position of an event. */
    public static ExactPositionView of(ExactPosition position) {
        return new ExactPositionView(
                position.getLat(), position.getLon(), position.getPrecisionKm().orElse(null));
    }
}
