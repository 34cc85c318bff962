package org.heliograph.desk.publications;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.desk.StorableText;
import org.heliograph.desk.web.PlainText;
import org.heliograph.events.CapacityActivity;
import org.heliograph.events.CapacityType;
import org.heliograph.events.Envelope;
import org.heliograph.events.ParticipantCounts;
import org.jspecify.annotations.Nullable;

/** What is done to strengthen a State's capacity. A number that is absent is unknown, never 0. */
public record ActivityContent(
        @Schema(description = "The request that asked for it: one that this party received and has accepted.") @NotNull
        UUID requestId,

        @NotNull CapacityType type,
        @NotNull @PlainText(max = 300) String topic,

        @Schema(description = "ISO 3166-1 alpha-2.") @NotNull @Size(max = 2)
        String hostCountry,

        @NotNull LocalDate start,

        @Schema(description = "The last day; none is open.") @Nullable
        LocalDate end,

        @Nullable Integer seats,
        @Nullable Participants participants,
        @PlainText(max = 5_000) @Nullable String evaluation,

        @Schema(defaultValue = "[3]") @Size(min = 1, max = 4) @Nullable
        List<@NotNull Integer> pillars)
        implements Content {

    /** How many took part. */
    public record Participants(
            @Nullable Integer total,
            @Nullable Integer female,
            @Nullable Integer male) {}

    /** As an event carries it. */
    public static ActivityContent of(CapacityActivity activity) {
        ParticipantCounts counts = activity.getParticipants();
        return new ActivityContent(
                activity.getRequestId(),
                activity.getType(),
                StorableText.of(activity.getTopic()),
                StorableText.of(activity.getHostCountry()),
                activity.getStart(),
                activity.getEnd().orElse(null),
                activity.getSeats().orElse(null),
                new Participants(
                        counts.getTotal().orElse(null),
                        counts.getFemale().orElse(null),
                        counts.getMale().orElse(null)),
                StorableText.orNull(activity.getEvaluation().orElse(null)),
                List.copyOf(activity.getPillars()));
    }

    @Override
    public PublicationType publicationType() {
        return PublicationType.CAPACITY_ACTIVITY;
    }

    @Override
    public SpecificRecord event(Envelope envelope, UUID subject) {
        ParticipantCounts.Builder counts = ParticipantCounts.newBuilder();
        if (participants != null) {
            counts.setTotal(participants.total())
                    .setFemale(participants.female())
                    .setMale(participants.male());
        }
        return CapacityActivity.newBuilder()
                .setEnvelope(envelope)
                .setActivityId(subject)
                .setRequestId(requestId)
                .setType(type)
                .setTopic(topic)
                .setHostCountry(hostCountry)
                .setStart(start)
                .setEnd(end)
                .setSeats(seats)
                .setParticipants(counts.build())
                .setEvaluation(evaluation)
                .setPillars(Objects.requireNonNullElse(pillars, List.of(3)))
                .build();
    }

    @Override
    public List<String> inCountries() {
        return List.of(hostCountry);
    }

    @Override
    public List<String> onThemes() {
        return List.of();
    }

    @Override
    public Optional<UUID> uponRequest() {
        return Optional.of(requestId);
    }
}
