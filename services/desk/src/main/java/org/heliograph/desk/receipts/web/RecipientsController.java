package org.heliograph.desk.receipts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.receipts.Confirmation;
import org.heliograph.desk.receipts.CopyNotice;
import org.heliograph.desk.receipts.GateAnswer;
import org.heliograph.desk.receipts.GateAnswer.Withheld;
import org.heliograph.desk.receipts.Recipients;
import org.heliograph.desk.receipts.Recipients.Reach;
import org.heliograph.desk.web.Problems;
import org.heliograph.desk.web.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Own events", description = "To whom the events of this party went, and who confirmed")
final class RecipientsController {

    private final Recipients recipients;

    RecipientsController(Recipients recipients) {
        this.recipients = recipients;
    }

    /**
     * An own event.
     *
     * @param outcome WAITING until the gate has answered, then what it said
     * @param rule that refused; null otherwise
     * @param confirmable whether such an event can be confirmed at all
     * @param recipients who was given a copy
     * @param withheldFrom of those whom this party named
     * @param notices what recipients said of copies that they could not apply, in the order in which they came
     */
    record EventRecipients(
            UUID eventId,
            String eventType,
            String contextId,
            String outcome,
            @Nullable String rule,
            @Nullable String reason,
            @Nullable Instant decidedAt,
            @Nullable String policyVersion,
            boolean confirmable,
            List<Recipient> recipients,
            List<Withheld> withheldFrom,
            List<CopyNotice> notices) {}

    /** @param confirmed absent while the party has said nothing of it */
    record Recipient(String party, @Nullable Confirmed confirmed) {}

    /** @param eventId of the event by which the recipient said so */
    record Confirmed(String step, Instant at, UUID eventId) {}

    @GetMapping("/{eventId}/recipients")
    @Operation(
            operationId = "listRecipients",
            summary = "Who got an event of this party, and who confirmed it",
            description = "Any event that this party did not send is answered as one that does not exist.")
    EventRecipients recipients(@PathVariable UUID eventId) {
        return recipients
                .of(eventId)
                .map(RecipientsController::view)
                .orElseThrow(() -> new Rejection(Problems.notFound()));
    }

    private static EventRecipients view(Reach reach) {
        @Nullable GateAnswer answer = reach.answer();
        return new EventRecipients(
                reach.event().eventId(),
                reach.event().eventType(),
                reach.event().contextId(),
                answer == null ? "WAITING" : answer.outcome().name(),
                answer == null ? null : answer.rule(),
                answer == null ? null : answer.reason(),
                answer == null ? null : answer.decidedAt(),
                answer == null ? null : answer.policyVersion(),
                reach.confirmable(),
                answer == null
                        ? List.of()
                        : answer.releasedTo().stream()
                                .map(party -> new Recipient(
                                        party, confirmed(reach.confirmed().get(party))))
                                .toList(),
                answer == null ? List.of() : answer.withheldFrom(),
                reach.notices());
    }

    private static @Nullable Confirmed confirmed(@Nullable Confirmation confirmation) {
        return confirmation == null
                ? null
                : new Confirmed(confirmation.step(), confirmation.at(), confirmation.eventId());
    }
}
