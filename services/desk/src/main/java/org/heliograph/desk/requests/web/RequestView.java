package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.requests.ActDetail;
import org.heliograph.desk.requests.Content;
import org.heliograph.desk.requests.CooperationRequest;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RecordedStep;
import org.heliograph.desk.requests.RequestFile;
import org.heliograph.events.CoopAct;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.heliograph.events.requests.KindRules;
import org.jspecify.annotations.Nullable;

/** A request with all that the party knows of it. */
record RequestView(
        UUID requestId,
        String reference,
        Direction direction,
        RequestState state,
        List<AddresseeView> addressees,

        @Schema(description = "Of a joint matter that came: how it stands at the others who take part.")
        List<AddresseeView> others,

        @Schema(description = "Of a joint matter: all who take part and see the steps of all; else empty.")
        List<String> participants,

        @Schema(description = "Of a joint matter: who leads it; else absent.") @Nullable
        String lead,

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

        @Schema(description = "What its kind needs beyond what all need; absent in requests of earlier versions.")
        @Nullable
        RequestDetailsBody details,

        @Schema(description = "Of the Comprehensive Approach, 1 to 4.")
        int pillar,

        Instant submittedAt,
        String submittedInRole,
        List<Entry> timeline,
        List<SentEvent> receipts) {

    /**
     * A numbered step.
     *
     * @param party who acted; the addressee's for what its service does of itself
     */
    record Entry(
            String addressee,
            int seq,
            CoopAct act,
            RequestState from,
            RequestState to,
            String party,
            String role,
            Instant at,
            ActDetail detail) {

        static Entry of(RecordedStep recorded, String requestingParty) {
            Step step = recorded.step();
            return new Entry(
                    recorded.addressee(),
                    step.seq(),
                    step.action().act(),
                    step.from(),
                    step.to(),
                    step.actor() == Actor.REQUESTER ? requestingParty : recorded.addressee(),
                    recorded.actorRole(),
                    step.at(),
                    ActDetail.of(step.action()));
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
                file.addressees().stream().map(AddresseeView::of).toList(),
                file.others().stream().map(AddresseeView::of).toList(),
                request.participants(),
                request.lead().orElse(null),
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
                RequestDetailsBody.of(content.details()),
                KindRules.pillar(content.kind()),
                request.submittedAt(),
                request.requestingRole(),
                file.timeline().stream()
                        .map(recorded -> Entry.of(recorded, request.requestingParty()))
                        .toList(),
                file.receipts().stream().map(SentEvent::of).toList());
    }
}
