package org.heliograph.cooperation;

import java.util.List;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;

/** What follows from the kind of a request alone. */
public final class KindRules {

    private KindRules() {}

    /**
     * For which purposes a request of this kind may be used; the first is the main one.
     *
     * @throws IllegalArgumentException for {@link RequestKind#UNKNOWN}, which nobody can submit
     */
    public static List<Purpose> purposes(RequestKind kind) {
        return switch (kind) {
            case LEGISLATIVE_ASSISTANCE, MLA_PREPARATION -> List.of(Purpose.LEGAL_COOPERATION);
            case CAPACITY_BUILDING -> List.of(Purpose.CAPACITY_DEVELOPMENT);
            case JOINT_INVESTIGATION -> List.of(Purpose.OPERATIONAL_LE);
            case VESSEL_REGISTRY_BOARDING -> List.of(Purpose.OPERATIONAL_LE, Purpose.SAFETY_OF_LIFE);
            case IDENTITY_NATIONALITY_VERIFICATION, RETURN_FACILITATION -> List.of(Purpose.RETURN_REINTEGRATION);
            case PROTECTION_REFERRAL -> List.of(Purpose.PROTECTION_ASSISTANCE);
            case RESEARCH_DATA -> List.of(Purpose.RESEARCH_STATISTICS);
            case CAMPAIGN_SUPPORT, PREVENTION_PLAN_SUPPORT -> List.of(Purpose.PREVENTION_INFORMATION);
            case UNKNOWN -> throw new IllegalArgumentException("a request has a kind");
        };
    }

    /**
     * Whether requests of this kind travel only between protection parties (R7), never between the parties' ordinary
     * desks.
     */
    public static boolean isBehindProtectionFirewall(RequestKind kind) {
        return kind == RequestKind.PROTECTION_REFERRAL;
    }
}
