package org.heliograph.cooperation;

/** Why an action changes nothing. */
public enum Refusal {
    /** The action exists for this actor, but not from the present state: somebody was faster, or a step is missing. */
    NOT_IN_THIS_STATE,
    /** The action belongs to the other side. */
    NOT_THIS_ACTOR,
    /** An ongoing investigation can postpone an answer, never decline it (UNTOC 18(25)). */
    GROUND_ONLY_POSTPONES,
    /** A legal ground needs a consultation first (UNTOC 18(26)), and none took place. */
    CONSULTATION_REQUIRED,
    /** Who is not competent says who is. */
    REDIRECT_REQUIRED,
    /** The addressee does not handle this kind of request: all that it can do is decline as not competent. */
    NOT_COMPETENT
}
