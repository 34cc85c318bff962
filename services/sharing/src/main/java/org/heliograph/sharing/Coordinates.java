package org.heliograph.sharing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.heliograph.events.Position;
import org.heliograph.events.Tlp;

/**
 * The precision of shared positions (R14): 0.1 degrees up to GREEN, 0.01 degrees from AMBER up. The originator's
 * service coarsens before it signs, the gate refuses what is finer.
 */
public final class Coordinates {

    private Coordinates() {}

    /** Decimal places of a degree that may be shared under the marking. */
    public static int decimals(Tlp marking) {
        return switch (marking) {
            case CLEAR, GREEN -> 1;
            case AMBER, AMBER_STRICT, RED -> 2;
        };
    }

    /** The position rounded half up to what the marking allows; the stated radius of precision is kept. */
    public static Position coarsen(Position position, Tlp marking) {
        return Position.newBuilder(position)
                .setLat(round(position.getLat(), decimals(marking)))
                .setLon(round(position.getLon(), decimals(marking)))
                .build();
    }

    /** Whether latitude and longitude are finite, in range and no finer than the marking allows. */
    public static boolean isShareable(Position position, Tlp marking) {
        return isShareable(position.getLat(), 90, decimals(marking))
                && isShareable(position.getLon(), 180, decimals(marking));
    }

    static boolean areShareable(Collection<Position> positions, Tlp marking) {
        return positions.stream().allMatch(position -> isShareable(position, marking));
    }

    private static boolean isShareable(double degrees, int bound, int decimals) {
        return Double.isFinite(degrees) && Math.abs(degrees) <= bound && round(degrees, decimals) == degrees;
    }

    private static double round(double degrees, int decimals) {
        return BigDecimal.valueOf(degrees)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
