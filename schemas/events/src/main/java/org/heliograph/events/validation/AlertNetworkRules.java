package org.heliograph.events.validation;

import java.util.regex.Pattern;
import org.heliograph.events.AlertNetwork;

final class AlertNetworkRules {

    /** With a digit, so that nobody's name is taken for a code. */
    private static final Pattern CODE = Pattern.compile("(?=.*[0-9])[A-Z0-9]+(-[A-Z0-9]+)*");

    private AlertNetworkRules() {}

    static void check(AlertNetwork alert, Violations violations) {
        violations.require(
                CODE.matcher(alert.getNetworkId()).matches(), "networkId", "a code such as XA-NET-12, never a name");
        violations.atLeastOne("methods", alert.getMethods());
        violations.vocabulary("methods", alert.getMethods());
        violations.vocabulary("roles", alert.getRoles());
        violations.texts("routes", alert.getRoutes());
        violations.distinct("routes", alert.getRoutes());
        alert.getFeeRange().ifPresent(fees -> FeeRangeRules.check("feeRange", fees, violations));
        CodeRules.countries("countries", alert.getCountries(), violations);
        violations.text("summary", alert.getSummary());
    }
}
