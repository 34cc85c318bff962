package org.heliograph.desk.publications;

import java.util.EnumSet;
import java.util.Set;
import org.heliograph.cooperation.Action;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.desk.envelope.HandlingRules;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.NamedRequests;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.web.Rejection;
import org.heliograph.events.Distribution;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;

/** What the rules on an event's fields cannot see; who may get it is for the gate to say. */
final class PublicationRules {

    private static final String REQUEST = "content.requestId";

    private static final Set<RequestKind> STRENGTHENS_CAPACITY =
            EnumSet.of(RequestKind.CAPACITY_BUILDING, RequestKind.LEGISLATIVE_ASSISTANCE);

    private final NamedRequests requests;

    PublicationRules(NamedRequests requests) {
        this.requests = requests;
    }

    void checkSharing(Handling handling, Distribution distribution) {
        Rejection.ifAny(HandlingRules.broken(Tlp.CLEAR, handling, distribution));
    }

    void checkRequest(Content content, Status status) {
        content.uponRequest()
                .map(id -> requests.named(REQUEST, id, status))
                .filter(_ -> content instanceof ActivityContent)
                .ifPresent(PublicationRules::checkAccepted);
    }

    private static void checkAccepted(RequestFile file) {
        CooperationRequest request = file.request();
        if (request.direction() != Direction.IN
                || !STRENGTHENS_CAPACITY.contains(request.content().kind())) {
            throw Rejection.of(
                    REQUEST, "a request of kind CAPACITY_BUILDING or LEGISLATIVE_ASSISTANCE that this party received");
        }
        boolean accepted = false;
        for (var recorded : file.timeline()) {
            switch (recorded.step().action()) {
                case Action.Accept _ -> accepted = true;
                case Action.Decline _, Action.Withdraw _ -> accepted = false;
                default -> {}
            }
        }
        if (!accepted) {
            throw Rejection.of(
                    REQUEST, "a request that this party has accepted and that was not declined or withdrawn since");
        }
    }
}
