package org.heliograph.liaison.vessels;

import java.util.List;
import java.util.Optional;
import org.heliograph.cooperation.Details;
import org.heliograph.desk.journal.JournalEntry;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Who may say what of a vessel, and when. */
final class VesselRules {

    private static final List<RequestState> OVER = List.of(RequestState.WITHDRAWN, RequestState.CLOSED);

    private VesselRules() {}

    static Verification existing(Optional<Verification> verification) {
        return verification.orElseThrow(() -> new Rejection(Problems.notFound()));
    }

    /** The own request under which a vessel may be asked about. */
    static CooperationRequest casework(Optional<RequestFile> file) {
        Optional<RequestFile> own = file.filter(found -> found.request().direction() == Direction.OUT)
                .filter(found -> found.request().content().kind() == RequestKind.VESSEL_REGISTRY_BOARDING);
        RequestFile found = own.orElseThrow(() -> Rejection.of(
                "requestId", "an own cooperation request of kind VESSEL_REGISTRY_BOARDING: submit it first"));
        if (found.request().addressees().size() != 1) {
            throw Rejection.of("requestId", "a request to the flag State alone");
        }
        if (OVER.contains(found.state())) {
            throw new Rejection(
                    conflict("request-over", "The request is over", "It is " + found.state() + "; submit a new one"));
        }
        return found.request();
    }

    /** What the request says of the vessel; requests of before there were such details cannot be asked under. */
    static Details.VesselRegistryBoarding vessel(CooperationRequest request) {
        if (request.content().details() instanceof Details.VesselRegistryBoarding vessel) {
            return vessel;
        }
        throw new Rejection(conflict(
                "request-without-vessel",
                "The request says nothing of a vessel",
                "Submit a new one, with its details"));
    }

    static void checkAnswer(Verification verification, NewAnswer answer) {
        if (!verification.asked()) {
            throw new Rejection(conflict(
                    "not-the-flag-state", "Not asked", "The flag State answers; this party is the one that asks"));
        }
        int version = verification.responses().size();
        if (answer.version() != version) {
            ProblemDetail problem = conflict(
                    "outdated",
                    "Somebody was faster",
                    "An answer was given since you looked; see version and last. Nothing of yours was stored");
            problem.setProperty("version", version);
            verification.standing().ifPresent(last -> problem.setProperty("last", last.content()));
            throw new Rejection(problem);
        }
        if (answer.authorisation() != null && !verification.proposesMeasures()) {
            throw Rejection.of("authorisation", "none, as no measures were proposed");
        }
    }

    static void checkReporter(Verification verification) {
        if (verification.asked() || verification.flagState().isEmpty()) {
            throw new Rejection(conflict(
                    "not-the-asking-state",
                    "Not this party's",
                    "The State that asked the flag State reports what it did"));
        }
    }

    static boolean sameOriginator(JournalEntry one, JournalEntry other) {
        return one.content().get("originatorParty").equals(other.content().get("originatorParty"));
    }

    private static ProblemDetail conflict(String name, String title, String detail) {
        return Problems.of(HttpStatus.CONFLICT, name, title, detail);
    }
}
