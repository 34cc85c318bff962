package org.heliograph.desk.requests;

import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Attachment;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.RequestState;

/** Turns requests and steps into events and back. */
final class CoopMessages {

    /** A result reference that names who is competent instead. */
    private CoopMessages() {}

    static CoopRequest request(Envelope envelope, CooperationRequest request) {
        Content content = request.content();
        return CoopRequest.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(request.id())
                .setReference(request.reference())
                .setKind(content.kind())
                .setRequestingParty(request.requestingParty())
                .setAddressees(request.addressees())
                .setSubject(content.subject())
                .setFactsSummary(content.factsSummary())
                .setAssistanceSought(content.assistanceSought())
                .setPurpose(request.handling().purposes().getFirst())
                .setLegalBasis(content.legalBasis())
                .setLanguage(content.language())
                .setUrgency(content.urgency())
                .setDueAt(content.dueAt())
                .setAttachments(content.attachments().stream()
                        .map(document -> new Attachment(document.title(), document.uri(), document.sha256()))
                        .toList())
                .build();
    }

    static CooperationRequest received(CoopRequest event) {
        Envelope envelope = event.getEnvelope();
        return new CooperationRequest(
                new CaseFile(event.getRequestId(), envelope.getStatus()),
                Direction.IN,
                StorableText.of(event.getReference()),
                event.getRequestingParty(),
                StorableText.of(envelope.getOriginatorRole()),
                event.getAddressees().stream().map(StorableText::of).toList(),
                new Content(
                        event.getKind(),
                        StorableText.of(event.getSubject()),
                        StorableText.of(event.getFactsSummary()),
                        StorableText.of(event.getAssistanceSought()),
                        event.getLegalBasis().map(StorableText::of).orElse(null),
                        StorableText.of(event.getLanguage()),
                        event.getUrgency(),
                        event.getDueAt().orElse(null),
                        event.getAttachments().stream()
                                .map(CoopMessages::document)
                                .toList()),
                envelope.getPriority(),
                Handling.of(envelope),
                envelope.getEventId(),
                envelope.getOccurredAt());
    }

    /** A numbered step, as the addressee tells the requester. */
    static CoopEvent step(Envelope envelope, CooperationRequest request, String addressee, Step step) {
        StateDetail detail = StateDetail.of(step.to());
        return CoopEvent.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(request.id())
                .setKind(request.content().kind())
                .setAddressee(addressee)
                .setSeq(step.seq())
                .setFromState(step.from())
                .setToState(step.to().name())
                .setActorParty(step.actor() == Actor.ADDRESSEE ? addressee : request.requestingParty())
                .setReasonCode(detail.reasonCode())
                .setReasonText(detail.reasonText())
                .setRedirectTo(detail.redirect())
                .setConditions(detail.conditions())
                .build();
    }

    /** Throws {@link IllegalArgumentException} if the event is no step that this version knows. */
    static Step step(CoopEvent event) {
        StateDetail detail = new StateDetail(
                event.getReasonCode().orElse(null),
                event.getReasonText().map(StorableText::of).orElse(null),
                event.getRedirectTo().map(StorableText::of).orElse(null),
                event.getConditions().stream().map(StorableText::of).toList());
        return new Step(
                event.getSeq().orElseThrow(() -> new IllegalArgumentException("a step without a number")),
                event.getFromState().orElseThrow(() -> new IllegalArgumentException("a step from nowhere")),
                detail.state(event.getToState()),
                event.getActorParty().equals(event.getAddressee()) ? Actor.ADDRESSEE : Actor.REQUESTER,
                event.getEnvelope().getOccurredAt());
    }

    /** A command without a number. The requester cannot know from which state it will lead. */
    static CoopEvent command(
            Envelope envelope, CooperationRequest request, String addressee, Action.Withdraw withdraw) {
        return CoopEvent.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(request.id())
                .setKind(request.content().kind())
                .setAddressee(addressee)
                .setToState(RequestState.WITHDRAWN)
                .setActorParty(envelope.getOriginatorParty())
                .setReasonText(withdraw.reason())
                .build();
    }

    static Withdrawal withdrawal(CoopEvent event, Direction direction) {
        Envelope envelope = event.getEnvelope();
        return new Withdrawal(
                envelope.getEventId(),
                event.getRequestId(),
                direction,
                envelope.getOriginatorParty(),
                event.getAddressee(),
                StorableText.of(envelope.getOriginatorRole()),
                event.getReasonText().map(StorableText::of).orElse(null),
                envelope.getOccurredAt());
    }

    private static Content.AttachedDocument document(Attachment attachment) {
        return new Content.AttachedDocument(
                StorableText.of(attachment.getTitle()),
                StorableText.of(attachment.getUri()),
                StorableText.of(attachment.getSha256()));
    }
}
