package org.heliograph.desk.requests.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.KindRules;
import org.jspecify.annotations.Nullable;

/** What there is to know before a request of a kind is written. */
record KindView(
        RequestKind kind,

        @Schema(description = "False for kinds about one person, which need sealing; that is not there yet (R3).")
        boolean available,

        @Schema(description = "Of the Comprehensive Approach, 1 to 4.")
        int pillar,

        @Schema(description = "For which such requests may be used; the first is the main one.")
        List<Purpose> purposes,

        @Schema(description = "Whether all who take part see the steps of all.")
        boolean joint,

        @Schema(description = "The field of details that belongs to the kind; absent where it has none.") @Nullable
        String details,

        @Schema(description = "Fields within it.") List<Field> fields,

        @Schema(description = "Fields of the request itself that the kind needs.")
        List<String> alsoNeeds,

        @Schema(
                description = "Whom this party may address it to; empty where it may submit none, absent while the"
                        + " gate cannot be asked.")
        @Nullable
        List<String> addressees) {

    record Field(String name, boolean required) {}

    static KindView of(RequestKind kind, @Nullable List<String> addressees) {
        String name = name(kind);
        List<RecordComponent> body = Arrays.stream(RequestDetailsBody.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .toList();
        return new KindView(
                kind,
                !KindRules.needsSealing(kind),
                KindRules.pillar(kind),
                KindRules.purposes(kind),
                KindRules.isJoint(kind),
                body.isEmpty() ? null : name,
                body.stream().flatMap(KindView::fields).toList(),
                alsoNeeds(kind),
                addressees);
    }

    /** What reading refuses if it is not there. */
    private static Stream<Field> fields(RecordComponent details) {
        return Arrays.stream(details.getType().getRecordComponents())
                .map(component -> new Field(
                        component.getName(),
                        Stream.of(NotNull.class, NotEmpty.class)
                                .anyMatch(needed -> component.getAccessor().isAnnotationPresent(needed))));
    }

    private static List<String> alsoNeeds(RequestKind kind) {
        return switch (kind) {
            case LEGISLATIVE_ASSISTANCE, PREVENTION_PLAN_SUPPORT -> List.of("attachments");
            case JOINT_INVESTIGATION -> List.of("legalBasis");
            case VESSEL_REGISTRY_BOARDING -> List.of("dueAt");
            case CAPACITY_BUILDING,
                    MLA_PREPARATION,
                    RESEARCH_DATA,
                    CAMPAIGN_SUPPORT,
                    IDENTITY_NATIONALITY_VERIFICATION,
                    RETURN_FACILITATION,
                    PROTECTION_REFERRAL,
                    UNKNOWN -> List.of();
        };
    }

    private static String name(RequestKind kind) {
        String joined = Stream.of(kind.name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
    }
}
