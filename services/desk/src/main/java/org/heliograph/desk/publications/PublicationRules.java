package org.heliograph.desk.publications;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.cooperation.Action;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.envelope.HandlingRules;
import org.heliograph.desk.preview.NoPreviewException;
import org.heliograph.desk.preview.Previews;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Problems.FieldError;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Distribution;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.springframework.http.HttpStatus;

/** What the rules on an event's fields cannot see; who may get it is for the gate to say. */
final class PublicationRules {

    private static final Set<RequestKind> STRENGTHENS_CAPACITY =
            EnumSet.of(RequestKind.CAPACITY_BUILDING, RequestKind.LEGISLATIVE_ASSISTANCE);

    /** The gate's rule on who may publish what. */
    private static final String PUBLISHER = "PUBLISHER";

    private final RequestFiles requests;
    private final Previews previews;

    PublicationRules(RequestFiles requests, Previews previews) {
        this.requests = requests;
        this.previews = previews;
    }

    /**
     * Who may publish what the gate alone decides, by the policy in force. While it cannot be asked nothing is refused
     * here: it judges what is sent all the same.
     */
    void checkPublisher(SpecificRecord event, Distribution distribution) {
        GateAnswer answer;
        try {
            answer = previews.of(event, distribution);
        } catch (NoPreviewException _) {
            return;
        }
        if (PUBLISHER.equals(answer.rule())) {
            throw new Rejection(Problems.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "not-a-publisher",
                    "Not this party's to publish",
                    "By the policy " + answer.reason() + ". Nothing was stored"));
        }
    }

    void checkSharing(Handling handling, Distribution distribution) {
        Rejection.ifAny(HandlingRules.broken(Tlp.CLEAR, handling, distribution));
    }

    /** A request that is not known for certain to be what it has to be is refused. */
    void checkRequest(Content content, Status status) {
        Optional<UUID> id = content.uponRequest();
        if (id.isEmpty()) {
            return;
        }
        Optional<RequestFile> found = requests.find(id.get());
        if (found.isEmpty()) {
            throw Rejection.of("content.requestId", "a request that this party sent or received");
        }
        List<FieldError> broken = new ArrayList<>();
        Status ofRequest = found.get().request().file().status();
        if (ofRequest != status) {
            broken.add(new FieldError("status", ofRequest + ", as the request is (R17)"));
        }
        if (content instanceof ActivityContent) {
            broken.addAll(uponRequest(found.get()));
        }
        Rejection.ifAny(broken);
    }

    private static List<FieldError> uponRequest(RequestFile file) {
        CooperationRequest request = file.request();
        if (request.direction() != Direction.IN
                || !STRENGTHENS_CAPACITY.contains(request.content().kind())) {
            return List.of(new FieldError(
                    "content.requestId",
                    "a request of kind CAPACITY_BUILDING or LEGISLATIVE_ASSISTANCE that this party received"));
        }
        boolean accepted = false;
        for (var recorded : file.timeline()) {
            switch (recorded.step().action()) {
                case Action.Accept _ -> accepted = true;
                case Action.Decline _, Action.Withdraw _ -> accepted = false;
                default -> {}
            }
        }
        return accepted
                ? List.of()
                : List.of(new FieldError(
                        "content.requestId",
                        "a request that this party has accepted and that was not declined or withdrawn since"));
    }
}
