package org.heliograph.events.validation;

import org.heliograph.events.PlanStatus;
import org.heliograph.events.PreventionStrategy;
import org.heliograph.events.StrategyObjective;

final class PreventionStrategyRules {

    private PreventionStrategyRules() {}

    static void check(PreventionStrategy plan, Violations violations) {
        CaseRules.isTheSubject(plan.getEnvelope(), plan.getPlanId(), violations);
        violations.require(
                plan.getCountry().isPresent() != plan.getRegion().isPresent(), "country", "this or a region, not both");
        plan.getCountry().ifPresent(country -> CodeRules.country("country", country, violations));
        violations.require(
                plan.getRegion().stream().allMatch(Codes::isWords), "region", "lower-case words joined by '-'");
        CodeRules.pillars(plan.getPillars(), violations);
        violations.known("status", plan.getStatus());
        violations.require(
                plan.getStatus() == PlanStatus.DRAFT || !plan.getObjectives().isEmpty(),
                "objectives",
                "at least one, as it is no draft");
        for (int index = 0; index < plan.getObjectives().size(); index++) {
            objective("objectives[%d]".formatted(index), plan.getObjectives().get(index), violations);
        }
    }

    private static void objective(String path, StrategyObjective objective, Violations violations) {
        CodeRules.indicator(path + ".indicator", objective.getIndicator(), violations);
        violations.require(
                objective.getBaseline().stream().allMatch(value -> value.signum() >= 0),
                path + ".baseline",
                "0 or more");
        violations.require(
                objective.getTarget().stream().allMatch(value -> value.signum() >= 0), path + ".target", "0 or more");
    }
}
