package org.heliograph.events.validation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.heliograph.events.Envelope;
import org.heliograph.events.GradingScheme;

final class EnvelopeRules {

    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]*");

    private EnvelopeRules() {}

    static void check(Envelope envelope, String eventType, Violations violations) {
        violations.require(envelope.getEventType().equals(eventType), "envelope.eventType", "%s".formatted(eventType));
        violations.party("envelope.originatorParty", envelope.getOriginatorParty());
        violations.require(
                ROLE.matcher(envelope.getOriginatorRole()).matches(),
                "envelope.originatorRole",
                "a function such as duty-officer, never a name");
        violations.require(
                !envelope.getPublishedAt().isBefore(envelope.getOccurredAt()),
                "envelope.publishedAt",
                envelope.getPublishedAt(),
                "not before occurredAt");
        envelope.getRetainUntil()
                .ifPresentOrElse(
                        until -> violations.require(
                                until.isAfter(envelope.getPublishedAt()),
                                "envelope.retainUntil",
                                until,
                                "a time after publishedAt"),
                        () -> violations.require(
                                !envelope.getContainsPersonalData(),
                                "envelope.retainUntil",
                                "a time, as there is personal data (R12)"));
        grading(envelope, violations);
        sources(envelope, violations);
    }

    private static void sources(Envelope envelope, Violations violations) {
        envelope.getSources()
                .forEach(source -> violations.party("envelope.sources.originatorParty", source.getOriginatorParty()));
        violations.distinct(
                "envelope.sources",
                envelope.getSources().stream()
                        .map(source -> source.getOriginatorParty() + "/" + source.getEventId())
                        .toList());
    }

    private static void grading(Envelope envelope, Violations violations) {
        Optional<GradingScheme> scheme = envelope.getGradingScheme();
        if (scheme.isEmpty()) {
            violations.require(
                    envelope.getSourceGrade().isEmpty()
                            && envelope.getInformationGrade().isEmpty(),
                    "envelope.gradingScheme",
                    "the scheme of the grades: their letters differ between schemes");
            return;
        }
        violations.known("envelope.gradingScheme", scheme.get());
        grade("envelope.sourceGrade", envelope.getSourceGrade(), source(scheme.get()), violations);
        grade("envelope.informationGrade", envelope.getInformationGrade(), information(scheme.get()), violations);
    }

    private static void grade(String path, Optional<String> grade, String pattern, Violations violations) {
        grade.ifPresent(found -> violations.require(found.matches(pattern), path, "a grade of the scheme, " + pattern));
    }

    private static String source(GradingScheme scheme) {
        return switch (scheme) {
            case EUROPOL_4X4 -> "[ABCX]";
            case ADMIRALTY -> "[A-F]";
            case MMP_1_5 -> "[1-5]";
            case UNKNOWN -> ".*";
        };
    }

    private static String information(GradingScheme scheme) {
        return switch (scheme) {
            case EUROPOL_4X4 -> "[1-4]";
            case ADMIRALTY -> "[1-6]";
            case MMP_1_5 -> "[1-5]";
            case UNKNOWN -> ".*";
        };
    }
}
