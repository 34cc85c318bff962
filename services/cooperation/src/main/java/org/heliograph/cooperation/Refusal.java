package org.heliograph.cooperation;

/** Why an action changes nothing. */
public enum Refusal {
    /** The action exists for this actor, but not from the present state: somebody was faster, or a step is missing. */
    NOT_IN_THIS_STATE,
    /** The action belongs to the other side. */
    NOT_THIS_ACTOR,
    /** An ongoing investigation can postpone an answer, never decline it (UNTOC 18(25)). */
    GROUND_ONLY_POSTPONES,
    /** Only an ongoing investigation or a lack of capacity passes with time; with another ground, decline. */
    GROUND_DOES_NOT_POSTPONE,
    /** A request is postponed to a time ahead, within a year. */
    POSTPONED_TO_NO_USE,
    /** A legal ground needs a consultation on that ground first (UNTOC 18(26)), and none took place. */
    CONSULTATION_REQUIRED,
    /** Only a legal ground is consulted on; others are stated at once. */
    NO_CONSULTATION_NEEDED,
    /** Who is not competent says who is. */
    REDIRECT_REQUIRED,
    /** A request is fulfilled with what its kind is closed with, such as the event that answers it. */
    EVIDENCE_REQUIRED,
    /** What was reopened once is not reopened again; a new request is. */
    REOPENED_BEFORE,
    /** The addressee does not handle this kind of request: all that it can do is decline as not competent. */
    NOT_COMPETENT
}
