package org.heliograph.cooperation;

import org.heliograph.events.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is declined. That it exists does not mean that it suffices: {@link Protocol} judges it.
 *
 * @param code never {@link ReasonCode#UNKNOWN}
 * @param explanation for people to read, not blank
 * @param redirect who is competent instead: a party id or the name of an authority; null when nobody is named
 */
public record Ground(
        ReasonCode code, String explanation, @Nullable String redirect) {

    /** @throws IllegalArgumentException for {@link ReasonCode#UNKNOWN} or blank texts */
    public Ground {
        if (code == ReasonCode.UNKNOWN) {
            throw new IllegalArgumentException("a ground needs a reason code");
        }
        if (explanation.isBlank()) {
            throw new IllegalArgumentException("a ground needs an explanation");
        }
        if (redirect != null && redirect.isBlank()) {
            throw new IllegalArgumentException("a redirect that is given is not blank");
        }
    }
}
