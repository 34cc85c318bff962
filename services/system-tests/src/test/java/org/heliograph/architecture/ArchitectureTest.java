package org.heliograph.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.heliograph");

    @ParameterizedTest
    @MethodSource("rules")
    void holdsInProduction(ArchitectureRule rule) {
        rule.rule().check(PRODUCTION);
    }

    @ParameterizedTest
    @MethodSource("violations")
    void firesOnADeliberateViolation(ArchitectureRule rule, Class<?> violation) {
        JavaClasses broken = new ClassFileImporter().importClasses(violation);

        assertThat(rule.rule().evaluate(broken).hasViolation()).isTrue();
    }

    @Test
    void seesEveryModule() {
        Set<String> seen = PRODUCTION.stream().map(ModuleDirection::moduleOf).collect(Collectors.toSet());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(ModuleDirection.modules());
    }

    @Test
    void eachRuleHasAReasonAndAViolation() {
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.rule().getDescription()).contains(", because ");
            assertThat(rule.violations()).isNotEmpty();
        });
    }

    static Stream<ArchitectureRule> rules() {
        return ArchitectureRules.all().stream();
    }

    static Stream<Arguments> violations() {
        return rules().flatMap(rule -> rule.violations().stream().map(violation -> Arguments.of(rule, violation)));
    }
}
