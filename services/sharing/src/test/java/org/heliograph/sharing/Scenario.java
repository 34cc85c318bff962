package org.heliograph.sharing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A case that a lawyer can read, judged by the deployed policy.
 *
 * @param title the rule that the case shows, as a sentence
 * @param given what differs from the deployed policy; nothing if absent
 */
record Scenario(String title, @Nullable Given given, When when, Then then) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Scenario read(Path file) {
        try {
            return YAML.readValue(Files.readString(file), Scenario.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Policy policy(Path folder) {
        PolicyFiles files = new PolicyFiles(folder);
        if (given != null) {
            files.change("parties.yaml", given.asRoles())
                    .change("parties.yaml", given.asParties())
                    .change("events.yaml", given.asEvents())
                    .change("grants.yaml", given.asGrants())
                    .change("declassifiers.yaml", given.asDeclassifiers());
        }
        return PolicyCompiler.compile(files.folder());
    }

    /** Changes to the entries of roles, parties, events, grants and declassifiers. */
    record Given(
            @Nullable JsonNode roles,
            @Nullable JsonNode parties,
            @Nullable JsonNode events,
            @Nullable JsonNode grants,
            @Nullable JsonNode declassifiers) {

        @Nullable
        JsonNode asGrants() {
            return under("grants", grants);
        }

        @Nullable
        JsonNode asDeclassifiers() {
            return under("declassifiers", declassifiers);
        }

        @Nullable
        JsonNode asRoles() {
            return under("roles", roles);
        }

        @Nullable
        JsonNode asParties() {
            return under("parties", parties);
        }

        @Nullable
        JsonNode asEvents() {
            return under("events", events);
        }

        private static @Nullable JsonNode under(String name, @Nullable JsonNode changes) {
            return changes == null ? null : YAML.<JsonNode>valueToTree(Map.of(name, changes));
        }
    }

    /** What is offered, and in whose outbox. What is not said is as the event's policy has it. */
    record When(
            String sender,
            String event,
            @Nullable String originator,
            @Nullable String schema,
            Tlp marking,
            List<Purpose> purposes,
            @Nullable Lane lane,
            @Nullable Status status,
            @Nullable String contextId,
            @Nullable List<HandlingCode> handlingCodes,
            @Nullable String handlingNote,
            @Nullable Boolean personalData,
            @Nullable List<String> releasableTo,
            @Nullable List<String> notReleasableTo,
            @Nullable List<List<Double>> positions,
            @Nullable Instant at,
            @Nullable Map<String, String> fields,
            @Nullable Instant retainUntil,
            @Nullable String correlationId,
            @Nullable List<SourceOf> sources) {

        private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

        /** When it is judged. */
        Instant judgedAt() {
            return Objects.requireNonNullElse(at, AT);
        }

        Offer offer(Policy policy) {
            String schemaName = policy.event(event).map(EventPolicy::schema).orElse("org.heliograph.events.AlertRoute");
            return new Offer(
                    sender,
                    Objects.requireNonNullElse(schema, schemaName),
                    envelope(policy),
                    new Distribution(orNone(releasableTo), orNone(notReleasableTo)),
                    orNone(positions).stream()
                            .map(position -> new Position(position.getFirst(), position.getLast(), null))
                            .toList(),
                    new TreeMap<>(Objects.requireNonNullElse(fields, Map.of())));
        }

        private Envelope envelope(Policy policy) {
            return Envelope.newBuilder()
                    .setEventId(UUID.fromString("6f1c2a3e-0b7d-4c55-9a41-2f60c1d7e801"))
                    .setEventType(event)
                    .setOccurredAt(AT)
                    .setPublishedAt(AT)
                    .setOriginatorParty(Objects.requireNonNullElse(originator, sender))
                    .setOriginatorRole("duty-officer")
                    .setContextId(
                            Objects.requireNonNullElse(contextId, "exercise:0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11"))
                    .setStatus(Objects.requireNonNullElse(status, Status.EXERCISE))
                    .setMsgType(MessageType.ALERT)
                    .setPriority(Priority.MEDIUM)
                    .setTlp(marking)
                    .setHandlingCodes(orNone(handlingCodes))
                    .setHandlingNote(handlingNote)
                    .setPermittedPurposes(purposes)
                    .setLane(Objects.requireNonNullElseGet(
                            lane,
                            () -> policy.event(event).map(EventPolicy::lane).orElse(Lane.OPERATIONAL)))
                    .setContainsPersonalData(Boolean.TRUE.equals(personalData))
                    .setRetainUntil(retainUntil)
                    .setCorrelationId(correlationId)
                    .setSources(orNone(sources).stream().map(SourceOf::source).toList())
                    .build();
        }

        private static <T> List<T> orNone(@Nullable List<T> values) {
            return values == null ? List.of() : values;
        }
    }

    /** What the event says that it was derived from. */
    record SourceOf(
            String originator, Tlp marking, @Nullable List<HandlingCode> handlingCodes) {

        Source source() {
            return new Source(
                    UUID.fromString("b2d7c0de-51aa-4a53-8d9e-3f7a1be5a702"),
                    originator,
                    marking,
                    handlingCodes == null ? List.of() : handlingCodes);
        }
    }

    /**
     * Either a refusal, with a part of its reason, or that everybody may read it, or exactly those who get a copy.
     * Whoever is named as withheld is withheld from for a reason that contains the words, by R2 unless another rule is
     * said.
     */
    record Then(
            @Nullable Rule refused,
            @Nullable String because,
            @JsonProperty("public") @Nullable Boolean everybody,
            @Nullable Set<String> released,
            @Nullable Map<String, String> withheld,
            @Nullable Rule withheldBy) {}
}
