package org.heliograph.desk.requests;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.cooperation.Action;
import org.heliograph.cooperation.Actor;
import org.heliograph.cooperation.Deadline;
import org.heliograph.cooperation.FormalRequest;
import org.heliograph.cooperation.Protocol;
import org.heliograph.cooperation.Refusal;
import org.heliograph.cooperation.RollUp;
import org.heliograph.cooperation.Step;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.Attachment;
import org.heliograph.events.CoopAct;
import org.heliograph.events.CoopDuty;
import org.heliograph.events.CoopEvent;
import org.heliograph.events.CoopNotice;
import org.heliograph.events.CoopRequest;
import org.heliograph.events.Envelope;
import org.heliograph.events.NoticedStanding;
import org.heliograph.events.OutcomeCount;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.SetAsideReason;
import org.heliograph.events.requests.KindRules;
import org.jspecify.annotations.Nullable;

/** Turns requests and steps into events and back. */
final class CoopMessages {

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
                .setDetails(DetailsMessages.event(content.details()))
                .build();
    }

    /** Nothing of what the request is about. */
    static CoopNotice notice(Envelope envelope, CooperationRequest request, List<Standing> standings) {
        RequestKind kind = request.content().kind();
        return CoopNotice.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(request.id())
                .setReference(request.reference())
                .setKind(kind)
                .setPillar(KindRules.pillar(kind))
                .setRequestingParty(request.requestingParty())
                .setStandings(standings.stream()
                        .map(standing -> new NoticedStanding(standing.addressee(), standing.state()))
                        .toList())
                .setState(RollUp.overall(standings.stream().map(Standing::state).toList()))
                .setSubmittedAt(request.submittedAt())
                .setDueAt(request.content().dueAt())
                .build();
    }

    /** @throws IllegalArgumentException if its details make none of its kind */
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
                                .toList(),
                        DetailsMessages.received(event.getDetails())),
                envelope.getPriority(),
                Handling.of(envelope),
                envelope.getEventId(),
                envelope.getOccurredAt());
    }

    /** A numbered step, as the addressee tells the requester. */
    static CoopEvent step(Envelope envelope, CooperationRequest request, String addressee, Step step) {
        return about(envelope, request, addressee, step.action())
                .setSeq(step.seq())
                .setFromState(step.from())
                .setToState(step.to())
                .setActorParty(step.actor() == Actor.REQUESTER ? request.requestingParty() : addressee)
                .build();
    }

    /** A command without a number; where it is to lead is what the requester expects. */
    static CoopEvent command(
            Envelope envelope, CooperationRequest request, String addressee, Action action, RequestState expected) {
        return about(envelope, request, addressee, action)
                .setToState(expected)
                .setActorParty(envelope.getOriginatorParty())
                .build();
    }

    private static CoopEvent.Builder about(
            Envelope envelope, CooperationRequest request, String addressee, Action action) {
        ActDetail detail = ActDetail.of(action);
        return CoopEvent.newBuilder()
                .setEnvelope(envelope)
                .setRequestId(request.id())
                .setKind(request.content().kind())
                .setAddressee(addressee)
                .setAct(action.act())
                .setReasonCode(detail.reasonCode())
                .setReasonText(detail.text())
                .setRedirectTo(detail.redirect())
                .setConditions(detail.conditions())
                .setInfoNeeded(detail.questions())
                .setEscalationLevel(detail.level() == null ? 0 : detail.level())
                .setDueAt(detail.dueAt())
                .setResultRefs(detail.results())
                .setCounts(detail.counts().entrySet().stream()
                        .map(count -> new OutcomeCount(count.getKey(), count.getValue()))
                        .toList())
                .setFormalRequest(
                        detail.formalRequest() == null
                                ? null
                                : detail.formalRequest().reference())
                .setFormalRequestSentOn(
                        detail.formalRequest() == null
                                ? null
                                : detail.formalRequest().sentOn())
                .setAssignedTo(detail.assignedTo())
                .setUntil(detail.until())
                .setWhole(detail.whole())
                .setDuty(word(detail.duty(), CoopDuty.class))
                .setSetAside(word(detail.setAside(), SetAsideReason.class));
    }

    /** Throws {@link IllegalArgumentException} if the event is no step that this version knows. */
    static RecordedStep step(CoopEvent event) {
        Action action = action(event);
        Actor actor = Protocol.actor(action.act());
        if (event.getActorParty().equals(event.getAddressee()) == (actor == Actor.REQUESTER)) {
            throw new IllegalArgumentException(action.act() + " by the other side");
        }
        return new RecordedStep(
                event.getAddressee(),
                new Step(
                        event.getSeq().orElseThrow(() -> new IllegalArgumentException("a step without a number")),
                        event.getFromState().orElseThrow(() -> new IllegalArgumentException("a step from nowhere")),
                        action,
                        event.getToState(),
                        actor,
                        event.getEnvelope().getOccurredAt()),
                StorableText.of(event.getEnvelope().getOriginatorRole()),
                event.getEnvelope().getEventId(),
                causation(event));
    }

    /** Throws {@link IllegalArgumentException} if the event is no command that this version knows. */
    static Command command(CoopEvent event, Direction direction) {
        Envelope envelope = event.getEnvelope();
        Action action = action(event);
        if (Protocol.actor(action.act()) != Actor.REQUESTER) {
            throw new IllegalArgumentException(action.act() + " is no command of a requester");
        }
        return new Command(
                envelope.getEventId(),
                event.getRequestId(),
                direction,
                envelope.getOriginatorParty(),
                event.getAddressee(),
                StorableText.of(envelope.getOriginatorRole()),
                action,
                envelope.getOccurredAt());
    }

    private static Action action(CoopEvent event) {
        ActDetail detail = new ActDetail(
                event.getAssignedTo().map(StorableText::of).orElse(null),
                texts(event.getInfoNeeded()),
                event.getReasonCode().orElse(null),
                event.getReasonText().map(StorableText::of).orElse(null),
                event.getRedirectTo().map(StorableText::of).orElse(null),
                event.getUntil().orElse(null),
                texts(event.getConditions()),
                event.getWhole().orElse(null),
                texts(event.getResultRefs()),
                event.getDuty().map(duty -> Deadline.Duty.valueOf(duty.name())).orElse(null),
                event.getDueAt().orElse(null),
                event.getEscalationLevel(),
                event.getSetAside()
                        .map(reason -> Refusal.valueOf(reason.name()))
                        .orElse(null),
                counts(event),
                formalRequest(event));
        return detail.action(event.getAct().orElseGet(() -> actOfEarlierVersion(event)), causation(event));
    }

    private static SortedMap<String, Integer> counts(CoopEvent event) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        event.getCounts().forEach(count -> counts.put(StorableText.of(count.getWhat()), count.getNumber()));
        return counts;
    }

    private static @Nullable FormalRequest formalRequest(CoopEvent event) {
        return event.getFormalRequest()
                .flatMap(reference -> event.getFormalRequestSentOn()
                        .map(sentOn -> new FormalRequest(StorableText.of(reference), sentOn)))
                .orElse(null);
    }

    /** Before there were acts, the state that was reached told which one it was. */
    private static CoopAct actOfEarlierVersion(CoopEvent event) {
        return switch (event.getToState()) {
            case ACKNOWLEDGED -> CoopAct.ACKNOWLEDGE;
            case ACCEPTED -> CoopAct.ACCEPT;
            case DECLINED -> CoopAct.DECLINE;
            case WITHDRAWN -> CoopAct.WITHDRAW;
            case SUBMITTED, ASSIGNED, INFO_NEEDED, POSTPONED, IN_PROGRESS, FULFILLED, CLOSED, UNKNOWN ->
                throw new IllegalArgumentException("no act, and none led to " + event.getToState());
        };
    }

    private static @Nullable UUID causation(CoopEvent event) {
        return event.getEnvelope().getCausationId().map(UUID::fromString).orElse(null);
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(StorableText::of).toList();
    }

    private static <E extends Enum<E>> @Nullable E word(@Nullable Enum<?> same, Class<E> vocabulary) {
        return same == null ? null : Enum.valueOf(vocabulary, same.name());
    }

    private static Content.AttachedDocument document(Attachment attachment) {
        return new Content.AttachedDocument(
                StorableText.of(attachment.getTitle()),
                StorableText.of(attachment.getUri()),
                StorableText.of(attachment.getSha256()));
    }
}
