package org.heliograph.events.validation;

import java.util.Map;
import java.util.Set;
import org.heliograph.events.KnowledgeLegalUpdate;
import org.heliograph.events.LegalOutcome;
import org.heliograph.events.LegalUpdateKind;

final class KnowledgeLegalUpdateRules {

    private static final Map<LegalUpdateKind, Set<LegalOutcome>> OUTCOMES = Map.of(
            LegalUpdateKind.LEGISLATION,
            Set.of(LegalOutcome.ADOPTED, LegalOutcome.AMENDED, LegalOutcome.REPEALED, LegalOutcome.OTHER),
            LegalUpdateKind.CASE_LAW,
            Set.of(
                    LegalOutcome.CONVICTED,
                    LegalOutcome.ACQUITTED,
                    LegalOutcome.PARTLY_CONVICTED,
                    LegalOutcome.OVERTURNED,
                    LegalOutcome.OTHER),
            LegalUpdateKind.TREATY_STATUS,
            Set.of(
                    LegalOutcome.SIGNED,
                    LegalOutcome.RATIFIED,
                    LegalOutcome.RESERVED,
                    LegalOutcome.DENOUNCED,
                    LegalOutcome.OTHER));

    private KnowledgeLegalUpdateRules() {}

    static void check(KnowledgeLegalUpdate update, Violations violations) {
        CaseRules.isTheSubject(update.getEnvelope(), update.getUpdateId(), violations);
        CodeRules.country("country", update.getCountry(), violations);
        violations.require(
                update.getCitation().chars().anyMatch(Character::isDigit),
                "citation",
                "a number by which it is found, such as XA-SC 2026/114");
        violations.require(
                !CaseNames.areIn(update.getCitation()), "citation", "no names: court or gazette and number alone");
        CodeRules.protocolArticles("protocolArticles", update.getProtocolArticles(), violations);
        CaseRules.notInFuture("decisionDate", update.getDecisionDate(), update.getEnvelope(), violations);
        kind(update, violations);
        CodeRules.words("keyIssues", update.getKeyIssues(), violations);
        CodeRules.uri("sourceUri", update.getSourceUri(), violations);
        violations.require(!CaseNames.areInAddress(update.getSourceUri()), "sourceUri", "an address without names");
        CodeRules.pillars(update.getPillars(), violations);
    }

    private static void kind(KnowledgeLegalUpdate update, Violations violations) {
        violations.known("kind", update.getKind());
        violations.known("outcome", update.getOutcome());
        Set<LegalOutcome> outcomes = OUTCOMES.get(update.getKind());
        if (outcomes != null && update.getOutcome() != LegalOutcome.UNKNOWN) {
            violations.require(
                    outcomes.contains(update.getOutcome()),
                    "outcome",
                    update.getOutcome(),
                    "an outcome of " + update.getKind());
        }
    }
}
