package org.heliograph.cooperation;

import org.heliograph.events.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is declined or postponed. That it exists does not mean that it suffices: {@link Protocol} judges it.
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
        Texts.require(explanation, "a ground needs an explanation");
        if (redirect != null) {
            Texts.require(redirect, "a redirect that is given is not blank");
        }
    }

    /** Whether it is one of the legal grounds, which need a consultation first (UNTOC 18(21), 18(26)). */
    public boolean isLegal() {
        return isLegal(code);
    }

    static boolean isLegal(ReasonCode code) {
        return switch (code) {
            case NOT_IN_CONFORMITY,
                    SOVEREIGNTY_SECURITY_ORDRE_PUBLIC,
                    DOMESTIC_LAW_PROHIBITS,
                    CONTRARY_TO_LEGAL_SYSTEM -> true;
            case ONGOING_INVESTIGATION,
                    NOT_COMPETENT,
                    INSUFFICIENT_INFORMATION,
                    NO_CAPACITY,
                    DUPLICATE,
                    PROTECTION_RISK,
                    UNKNOWN -> false;
        };
    }
}
