package org.heliograph.events.requests;

import java.util.Collection;
import java.util.Optional;
import org.heliograph.events.RequestKind;

/** With what a request of a kind is fulfilled. Pure functions, any thread. */
public final class Evidence {

    /** Persons that a campaign reached. */
    public static final String REACHED = "persons-reached";

    private Evidence() {}

    /**
     * What is not there.
     *
     * @param field of {@code coop.event}
     * @param expected in it
     */
    public record Missing(String field, String expected) {}

    /**
     * The first thing that is missing; empty if it suffices.
     *
     * @param results where the results are: events as {@link ResultRef}, addresses
     * @param counted what is told in numbers
     * @param formalRequest whether the formal request is named that was sent outside of the platform
     */
    public static Optional<Missing> missing(
            RequestKind kind, Collection<String> results, Collection<String> counted, boolean formalRequest) {
        return switch (kind) {
            case LEGISLATIVE_ASSISTANCE ->
                results.isEmpty()
                        ? missing("resultRefs", "the advice: the address of a document, or a knowledge.legal-update")
                        : Optional.empty();
            case CAPACITY_BUILDING -> event(results, "capacity.activity");
            case JOINT_INVESTIGATION ->
                counted.isEmpty() ? missing("counts", "the outcome in numbers, one at least") : Optional.empty();
            case MLA_PREPARATION ->
                formalRequest
                        ? Optional.empty()
                        : missing("formalRequest", "the formal request that went between central authorities");
            case VESSEL_REGISTRY_BOARDING -> event(results, "maritime.vessel-response");
            case RESEARCH_DATA -> event(results, "research.observation");
            case CAMPAIGN_SUPPORT ->
                event(results, "campaign.notice")
                        .or(() -> counted.contains(REACHED)
                                ? Optional.empty()
                                : missing("counts", "how many were reached, as " + REACHED));
            case PREVENTION_PLAN_SUPPORT -> event(results, "prevention.strategy");
            case IDENTITY_NATIONALITY_VERIFICATION, PROTECTION_REFERRAL, RETURN_FACILITATION, UNKNOWN ->
                Optional.empty();
        };
    }

    private static Optional<Missing> event(Collection<String> results, String type) {
        boolean there = results.stream()
                .flatMap(result -> ResultRef.of(result).stream())
                .anyMatch(ref -> ref.eventType().equals(type));
        return there ? Optional.empty() : missing("resultRefs", "an event, as %s/<its id>".formatted(type));
    }

    private static Optional<Missing> missing(String field, String expected) {
        return Optional.of(new Missing(field, expected));
    }
}
