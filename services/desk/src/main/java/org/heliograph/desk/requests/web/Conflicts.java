package org.heliograph.desk.requests.web;

import java.util.List;
import java.util.Map;
import org.heliograph.cooperation.Refusal;
import org.heliograph.desk.requests.RecordedStep;
import org.heliograph.desk.requests.Standing;
import org.heliograph.desk.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Why a step changed nothing, as problem details. */
final class Conflicts {

    private Conflicts() {}

    static ProblemDetail outdated(Standing now, @Nullable RecordedStep last, String requestingParty) {
        ProblemDetail problem = Problems.of(
                HttpStatus.CONFLICT,
                "outdated",
                "Somebody was faster",
                "A step was taken since you looked; see now and last. Nothing of yours was stored");
        problem.setProperty("now", now);
        if (last != null) {
            problem.setProperty("last", RequestView.Entry.of(last, requestingParty));
        }
        return problem;
    }

    static ProblemDetail refused(Refusal refusal, Standing now, String missing) {
        ProblemDetail problem = switch (refusal) {
            case NOT_IN_THIS_STATE, NOT_THIS_ACTOR ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "not-in-this-state",
                        "Not in this state",
                        "This step does not follow from " + now.state());
            case REOPENED_BEFORE ->
                Problems.of(
                        HttpStatus.CONFLICT,
                        "reopened-before",
                        "Reopened before",
                        "A request is reopened once at most; submit a new one");
            case GROUND_ONLY_POSTPONES ->
                ground(refusal, "An ongoing investigation can postpone an answer, not decline it");
            case GROUND_DOES_NOT_POSTPONE ->
                ground(
                        refusal,
                        "Only ONGOING_INVESTIGATION and NO_CAPACITY pass with time; with another ground, decline");
            case POSTPONED_TO_NO_USE -> ground(refusal, "until must be ahead, and within a year");
            case CONSULTATION_REQUIRED ->
                ground(refusal, "A legal ground needs a consultation with the requester on that ground first");
            case NO_CONSULTATION_NEEDED ->
                ground(refusal, "Only a legal ground is consulted on; with another one, decline");
            case REDIRECT_REQUIRED -> ground(refusal, "Who is not competent names in redirect who is");
            case EVIDENCE_REQUIRED ->
                ground(refusal, "A request of this kind is fulfilled with more. Expected in " + missing);
            case NOT_COMPETENT ->
                ground(refusal, "This party does not handle such requests; it can only decline as NOT_COMPETENT");
        };
        problem.setProperty("refusal", refusal);
        problem.setProperty("now", now);
        return problem;
    }

    static ProblemDetail onItsWay(Standing now) {
        ProblemDetail problem = Problems.of(
                HttpStatus.CONFLICT,
                "on-its-way",
                "Asked before",
                "The same was asked before, and the addressee has not answered it yet");
        problem.setProperty("now", now);
        return problem;
    }

    static ProblemDetail nothingLeft(List<Standing> standings) {
        ProblemDetail problem = Problems.of(
                HttpStatus.CONFLICT,
                "nothing-to-withdraw",
                "Nothing to withdraw",
                "At every addressee the request is over, or was asked to be withdrawn before");
        problem.setProperties(Map.of("now", standings));
        return problem;
    }

    private static ProblemDetail ground(Refusal refusal, String detail) {
        return Problems.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "step-refused",
                "The protocol does not allow this: " + refusal,
                detail);
    }
}
