package org.heliograph.desk.pages.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.heliograph.desk.pages.forms.Field;
import org.heliograph.desk.requests.Results.Making;
import org.heliograph.desk.requests.Results.Result;
import org.heliograph.events.RequestKind;
import org.heliograph.events.requests.Evidence;
import org.heliograph.pages.design.Words;

/**
 * With what requests of a kind are fulfilled, for the form that does it. What it is in words is in the bundles, as
 * {@code fulfil.<kind>}.
 *
 * @param results that this party sent upon the request
 * @param makings where it makes results of the kind
 */
record Closing(RequestKind kind, List<Result> results, List<Making> makings) {

    /** Parts of an event, with the fields of the form that say them. */
    private static final Map<String, String> FIELDS = Map.of(
            "resultRefs", "results",
            "formalRequest", "formalRequest.reference",
            "formalRequestSentOn", "formalRequest.sentOn");

    Closing {
        results = List.copyOf(results);
        makings = makings.stream()
                .filter(making ->
                        eventType(kind).filter(making.eventType()::equals).isPresent())
                .toList();
    }

    /** The event that is needed, or one of what may be; empty where none is. */
    static Optional<String> eventType(RequestKind kind) {
        return switch (kind) {
            case LEGISLATIVE_ASSISTANCE -> Optional.of("knowledge.legal-update");
            case CAPACITY_BUILDING -> Optional.of("capacity.activity");
            case VESSEL_REGISTRY_BOARDING -> Optional.of("maritime.vessel-response");
            case RESEARCH_DATA -> Optional.of("research.observation");
            case CAMPAIGN_SUPPORT -> Optional.of("campaign.notice");
            case PREVENTION_PLAN_SUPPORT -> Optional.of("prevention.strategy");
            case JOINT_INVESTIGATION,
                    MLA_PREPARATION,
                    IDENTITY_NATIONALITY_VERIFICATION,
                    PROTECTION_REFERRAL,
                    RETURN_FACILITATION,
                    UNKNOWN -> Optional.empty();
        };
    }

    List<Field> fields(Words words) {
        List<Field> fields = new ArrayList<>(List.of(Field.yesNo("whole"), Field.text("summary", 5_000)));
        Field given = Field.results("results", offered(words));
        Field counts = Field.counts("counts");
        switch (kind) {
            case JOINT_INVESTIGATION -> fields.addAll(List.of(counts, given.optional()));
            case MLA_PREPARATION ->
                fields.addAll(List.of(
                        Field.line("formalRequest.reference", 200),
                        Field.day("formalRequest.sentOn"),
                        given.optional(),
                        counts.optional()));
            case CAMPAIGN_SUPPORT -> fields.addAll(List.of(given, Field.number("counts." + Evidence.REACHED)));
            case LEGISLATIVE_ASSISTANCE,
                    CAPACITY_BUILDING,
                    VESSEL_REGISTRY_BOARDING,
                    RESEARCH_DATA,
                    PREVENTION_PLAN_SUPPORT -> fields.addAll(List.of(given, counts.optional()));
            case IDENTITY_NATIONALITY_VERIFICATION, PROTECTION_REFERRAL, RETURN_FACILITATION, UNKNOWN ->
                fields.addAll(List.of(given.optional(), counts.optional()));
        }
        return List.copyOf(fields);
    }

    /** The field that lacks what the kind is fulfilled with. */
    String lacking() {
        return switch (kind) {
            case JOINT_INVESTIGATION -> "counts";
            case MLA_PREPARATION -> "formalRequest.reference";
            default -> "results";
        };
    }

    /** The field that says this part of an event. */
    static String field(String part) {
        return FIELDS.getOrDefault(part, part);
    }

    private SequencedMap<String, String> offered(Words words) {
        SequencedMap<String, String> offered = new LinkedHashMap<>();
        results.forEach(result -> offered.put(
                result.written(),
                result.title().isEmpty()
                        ? words.word("event", result.eventType())
                        : words.text("fulfil.result", words.word("event", result.eventType()), result.title())));
        return offered;
    }
}
