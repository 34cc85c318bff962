package org.heliograph.desk.requests.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.cooperation.Actor;
import org.heliograph.desk.requests.Content;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RecordedStep;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.desk.requests.Standing;
import org.heliograph.desk.requests.StateDetail;
import org.heliograph.desk.requests.Withdrawal;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.jspecify.annotations.Nullable;

/** A request with all that the party knows of it. */
record RequestView(
        UUID requestId,
        String reference,
        Direction direction,
        RequestState state,
        List<Standing> addressees,
        String requestingParty,
        RequestKind kind,
        Status status,
        String subject,
        String factsSummary,
        String assistanceSought,
        @Nullable String legalBasis,
        String language,
        Urgency urgency,
        Priority priority,
        @Nullable Instant dueAt,
        Tlp tlp,
        List<HandlingCode> handlingCodes,
        @Nullable String handlingNote,
        List<Purpose> purposes,
        List<Content.AttachedDocument> attachments,
        Instant submittedAt,
        String submittedInRole,
        List<Entry> timeline,
        List<Asked> withdrawalsAsked,
        List<SentEvent> receipts) {

    /**
     * A numbered step.
     *
     * @param party who acted
     * @param redirect who is competent instead
     */
    record Entry(
            String addressee,
            int seq,
            RequestState from,
            RequestState to,
            String party,
            String role,
            Instant at,
            @Nullable ReasonCode reasonCode,
            @Nullable String reason,
            @Nullable String redirect,
            List<String> conditions) {

        static Entry of(RecordedStep recorded, String requestingParty) {
            StateDetail detail = StateDetail.of(recorded.step().to());
            return new Entry(
                    recorded.addressee(),
                    recorded.step().seq(),
                    recorded.step().from(),
                    recorded.step().to().name(),
                    recorded.step().actor() == Actor.ADDRESSEE ? recorded.addressee() : requestingParty,
                    recorded.actorRole(),
                    recorded.step().at(),
                    detail.reasonCode(),
                    detail.reasonText(),
                    detail.redirect(),
                    detail.conditions());
        }
    }

    /** A withdrawal on its way: the addressee's instance says whether it is in time. */
    record Asked(
            String addressee,
            Instant at,
            String role,
            @Nullable String reason) {
        static Asked of(Withdrawal withdrawal) {
            return new Asked(withdrawal.addressee(), withdrawal.askedAt(), withdrawal.role(), withdrawal.reason());
        }
    }

    static RequestView of(RequestFile file) {
        CooperationRequest request = file.request();
        Content content = request.content();
        return new RequestView(
                request.id(),
                request.reference(),
                request.direction(),
                file.state(),
                file.standings(),
                request.requestingParty(),
                content.kind(),
                request.file().status(),
                content.subject(),
                content.factsSummary(),
                content.assistanceSought(),
                content.legalBasis(),
                content.language(),
                content.urgency(),
                request.priority(),
                content.dueAt(),
                request.handling().tlp(),
                request.handling().codes(),
                request.handling().note(),
                request.handling().purposes(),
                content.attachments(),
                request.submittedAt(),
                request.requestingRole(),
                file.timeline().stream()
                        .map(recorded -> Entry.of(recorded, request.requestingParty()))
                        .toList(),
                file.withdrawals().stream().map(Asked::of).toList(),
                file.receipts().stream().map(SentEvent::of).toList());
    }
}
