package org.heliograph.events.validation;

import org.heliograph.events.FeeRange;

final class FeeRangeRules {

    private FeeRangeRules() {}

    static void check(String path, FeeRange fees, Violations violations) {
        violations.require(fees.getMin().stream().allMatch(min -> min.signum() >= 0), path + ".min", "0 or more");
        violations.require(fees.getMax().stream().allMatch(max -> max.signum() >= 0), path + ".max", "0 or more");
        violations.inOrder(path, fees.getMin(), fees.getMax());
        violations.require(Codes.isCurrency(fees.getCurrency()), path + ".currency", "an ISO 4217 code");
    }
}
