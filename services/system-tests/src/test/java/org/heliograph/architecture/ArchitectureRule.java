package org.heliograph.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule and the classes that break it on purpose: a rule that no class can break proves nothing.
 *
 * @param violations test classes; the rule has to fire on each of them alone
 */
record ArchitectureRule(String name, ArchRule rule, List<Class<?>> violations) {

    static ArchitectureRule of(String name, ArchRule rule, Class<?>... violations) {
        return new ArchitectureRule(name, rule, List.of(violations));
    }

    @Override
    public String toString() {
        return name;
    }
}
