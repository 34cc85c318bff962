package org.heliograph.events.validation;

import java.util.Optional;

/** Persons are counted; null is unknown, never 0. */
final class CountRules {

    private CountRules() {}

    static void bySex(
            String path,
            Optional<Integer> total,
            Optional<Integer> female,
            Optional<Integer> male,
            Violations violations) {
        violations.notNegative(path + ".total", total);
        violations.notNegative(path + ".female", female);
        violations.notNegative(path + ".male", male);
        if (total.isPresent() && female.isPresent() && male.isPresent()) {
            long sum = (long) female.get() + male.get();
            violations.require(sum == total.get(), path + ".total", total.get(), "the sum of both sexes, " + sum);
        } else {
            violations.notAbove(path + ".female", female, path + ".total", total);
            violations.notAbove(path + ".male", male, path + ".total", total);
        }
    }
}
