package org.heliograph.sharing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Lane;
import org.heliograph.events.MessageType;
import org.heliograph.events.Position;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.Source;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;

/** A generated offer, as far as it differs from one that is right for its event. */
record Shape(
        String sender,
        String originator,
        String event,
        String schema,
        Tlp tlp,
        List<Purpose> purposes,
        @Nullable Lane lane,
        Status status,
        String contextId,
        List<HandlingCode> codes,
        String note,
        boolean personal,
        List<String> to,
        List<String> notTo,
        @Nullable String correlation,
        List<Source> sources,
        List<Position> positions,
        Map<String, String> fields) {

    private static final UUID ID = UUID.fromString("6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801");

    /** Right in all that is not said. */
    static Shape usual(String sender, String event, Tlp tlp, List<String> to, List<String> notTo) {
        return new Shape(
                sender,
                "",
                event,
                "",
                tlp,
                List.of(Purpose.OPERATIONAL_LE, Purpose.RESEARCH_STATISTICS),
                null,
                Status.EXERCISE,
                "",
                List.of(),
                "",
                false,
                to,
                notTo,
                null,
                List.of(),
                List.of(),
                Map.of(
                        "kind", "ADVICE",
                        "geoLevel", "ADM1",
                        "period", "2026-01",
                        "n", "40",
                        "value", "40",
                        "suppressed", "false",
                        "country", "STATE-X"));
    }

    Shape purposes(Purpose... permitted) {
        return new Shape(
                sender,
                originator,
                event,
                schema,
                tlp,
                List.of(permitted),
                lane,
                status,
                contextId,
                codes,
                note,
                personal,
                to,
                notTo,
                correlation,
                sources,
                positions,
                fields);
    }

    Shape fields(Map<String, String> others) {
        return new Shape(
                sender,
                originator,
                event,
                schema,
                tlp,
                purposes,
                lane,
                status,
                contextId,
                codes,
                note,
                personal,
                to,
                notTo,
                correlation,
                sources,
                positions,
                others);
    }

    Shape caseId(String id) {
        return new Shape(
                sender,
                originator,
                event,
                schema,
                tlp,
                purposes,
                lane,
                status,
                id,
                codes,
                note,
                personal,
                to,
                notTo,
                correlation,
                sources,
                positions,
                fields);
    }

    Shape refersTo(@Nullable String other, List<Source> from) {
        return new Shape(
                sender,
                originator,
                event,
                schema,
                tlp,
                purposes,
                lane,
                status,
                contextId,
                codes,
                note,
                personal,
                to,
                notTo,
                other,
                from,
                positions,
                fields);
    }

    Offer offer(Policy policy) {
        EventPolicy its = policy.event(event).orElseThrow();
        Lane itsLane = its.lane();
        Lane flows = lane == null ? itsLane : lane;
        Envelope envelope = Envelope.newBuilder()
                .setEventId(ID)
                .setEventType(event)
                .setOccurredAt(Cast.NOW)
                .setPublishedAt(Cast.NOW)
                .setOriginatorParty(originator.isEmpty() ? sender : originator)
                .setOriginatorRole("duty-officer")
                .setContextId(
                        contextId.isEmpty()
                                ? flows == Lane.PROTECTION
                                        ? Cast.CASE.replace("exercise", "exercise.protection")
                                        : Cast.CASE
                                : contextId)
                .setCorrelationId(correlation)
                .setCausationId(null)
                .setStatus(status)
                .setMsgType(MessageType.ALERT)
                .setPriority(Priority.MEDIUM)
                .setTlp(tlp)
                .setHandlingCodes(codes)
                .setHandlingNote(note.isEmpty() ? null : note)
                .setPermittedPurposes(purposes)
                .setLane(flows)
                .setContainsPersonalData(personal)
                .setSources(sources)
                .build();
        return new Offer(
                sender,
                schema.isEmpty() ? its.schema() : schema,
                envelope,
                new Distribution(to, notTo),
                positions,
                new TreeMap<>(fields));
    }
}
