package org.heliograph.cooperation;

import org.heliograph.events.RequestKind;
import org.heliograph.events.Urgency;

/** Requests that share the spans of their clocks; {@link Pace} has these. */
public enum ClockKind {
    VESSEL,
    PROTECTION_EMERGENCY,
    PROTECTION_URGENT,
    PROTECTION_NORMAL,
    URGENT_LAW_ENFORCEMENT,
    /** Also the return of people, which the protocol gives no clock of its own. */
    IDENTITY,
    /** Mutual legal assistance and joint investigations. */
    JUDICIAL,
    /** Technical assistance, research, campaigns and plans. */
    TECHNICAL;

    /**
     * Of a request.
     *
     * @throws IllegalArgumentException for {@link RequestKind#UNKNOWN}, which nobody can submit
     */
    public static ClockKind of(RequestKind kind, Urgency urgency) {
        return switch (kind) {
            case VESSEL_REGISTRY_BOARDING -> VESSEL;
            case PROTECTION_REFERRAL ->
                switch (urgency) {
                    case IMMEDIATE -> PROTECTION_EMERGENCY;
                    case EXPECTED -> PROTECTION_URGENT;
                    case FUTURE, PAST, UNKNOWN -> PROTECTION_NORMAL;
                };
            case JOINT_INVESTIGATION, MLA_PREPARATION ->
                urgency == Urgency.IMMEDIATE ? URGENT_LAW_ENFORCEMENT : JUDICIAL;
            case IDENTITY_NATIONALITY_VERIFICATION, RETURN_FACILITATION -> IDENTITY;
            case LEGISLATIVE_ASSISTANCE, CAPACITY_BUILDING, RESEARCH_DATA, CAMPAIGN_SUPPORT, PREVENTION_PLAN_SUPPORT ->
                TECHNICAL;
            case UNKNOWN -> throw new IllegalArgumentException("a request has a kind");
        };
    }
}
