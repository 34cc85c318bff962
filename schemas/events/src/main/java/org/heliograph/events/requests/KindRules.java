package org.heliograph.events.requests;

import java.util.List;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;

/**
 * What follows from the kind of a request alone. Each method throws an {@link IllegalArgumentException} for
 * {@link RequestKind#UNKNOWN}, which nobody can submit. Pure functions, any thread.
 */
public final class KindRules {

    private KindRules() {}

    /** For which purposes a request of this kind may be used; the first is the main one. */
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
            case UNKNOWN -> throw unknown();
        };
    }

    /**
     * The pillar of the Comprehensive Approach that it belongs to: 1 protection and assistance, 2 addressing the
     * causes, 3 the capacity of States to disrupt, 4 research and data.
     */
    public static int pillar(RequestKind kind) {
        return switch (kind) {
            case IDENTITY_NATIONALITY_VERIFICATION, PROTECTION_REFERRAL, RETURN_FACILITATION -> 1;
            case CAMPAIGN_SUPPORT, PREVENTION_PLAN_SUPPORT -> 2;
            case LEGISLATIVE_ASSISTANCE,
                    CAPACITY_BUILDING,
                    JOINT_INVESTIGATION,
                    MLA_PREPARATION,
                    VESSEL_REGISTRY_BOARDING -> 3;
            case RESEARCH_DATA -> 4;
            case UNKNOWN -> throw unknown();
        };
    }

    /** Whether it is about one person, so that it cannot be sent before there is sealing (R3, R11). */
    public static boolean needsSealing(RequestKind kind) {
        return switch (kind) {
            case IDENTITY_NATIONALITY_VERIFICATION, PROTECTION_REFERRAL, RETURN_FACILITATION -> true;
            case LEGISLATIVE_ASSISTANCE,
                    CAPACITY_BUILDING,
                    JOINT_INVESTIGATION,
                    MLA_PREPARATION,
                    VESSEL_REGISTRY_BOARDING,
                    RESEARCH_DATA,
                    CAMPAIGN_SUPPORT,
                    PREVENTION_PLAN_SUPPORT -> false;
            case UNKNOWN -> throw unknown();
        };
    }

    /**
     * Whether requests of this kind travel only between protection parties (R7), never between the parties' ordinary
     * desks.
     */
    public static boolean isBehindProtectionFirewall(RequestKind kind) {
        return kind == RequestKind.PROTECTION_REFERRAL;
    }

    /** Whether several parties work on one matter, with a lead among them and a timeline that all of them see. */
    public static boolean isJoint(RequestKind kind) {
        return kind == RequestKind.JOINT_INVESTIGATION || kind == RequestKind.MLA_PREPARATION;
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("a request has a kind");
    }
}
