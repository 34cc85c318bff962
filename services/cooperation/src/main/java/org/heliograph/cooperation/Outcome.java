package org.heliograph.cooperation;

/** What became of an action. */
public sealed interface Outcome {

    /** It counts: the step is to be stored and told to the requester, in one transaction. */
    record Moved(Instance instance, Step step) implements Outcome {}

    /**
     * It changes nothing.
     *
     * @param state the unchanged state
     */
    record Refused(Refusal refusal, State state) implements Outcome {}
}
