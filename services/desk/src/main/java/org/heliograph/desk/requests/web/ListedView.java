package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.DeadlineReading;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.Listed;
import org.heliograph.desk.requests.Standing;
import org.heliograph.events.Priority;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.jspecify.annotations.Nullable;

/** A request in a list. */
record ListedView(
        UUID requestId,
        String reference,
        Direction direction,
        RequestState state,
        List<Standing> addressees,
        String requestingParty,
        RequestKind kind,
        Status status,
        String subject,
        Urgency urgency,
        Priority priority,
        Tlp tlp,

        @Schema(description = "By when the requester would have an answer.") @Nullable
        Instant dueAt,

        Instant submittedAt,

        @Schema(description = "In the work list: by when this party owes what.") @Nullable
        DeadlineReading deadline) {

    static ListedView of(Listed listed) {
        CooperationRequest request = listed.request();
        return new ListedView(
                request.id(),
                request.reference(),
                request.direction(),
                listed.state(),
                listed.standings(),
                request.requestingParty(),
                request.content().kind(),
                request.file().status(),
                request.content().subject(),
                request.content().urgency(),
                request.priority(),
                request.handling().tlp(),
                request.content().dueAt(),
                request.submittedAt(),
                listed.deadline());
    }
}
