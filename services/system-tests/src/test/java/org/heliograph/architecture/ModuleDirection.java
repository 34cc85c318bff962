package org.heliograph.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which module may know which: the picture of the modules, as a table. */
final class ModuleDirection {

    private static final Pattern MODULE = Pattern.compile("org\\.heliograph\\.([a-z]+)(\\..*)?");

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("events", Set.of()),
            Map.entry("policyfiles", Set.of()),
            Map.entry("sharing", Set.of("events")),
            Map.entry("exchange", Set.of("events", "sharing")),
            Map.entry("cooperation", Set.of("events", "sharing")),
            Map.entry("pages", Set.of("exchange")),
            Map.entry("desk", Set.of("events", "sharing", "exchange", "cooperation", "pages")),
            Map.entry("gate", Set.of("events", "sharing", "exchange")),
            Map.entry("operations", Set.of("events", "sharing", "exchange", "cooperation", "pages")),
            Map.entry("identity", Set.of()),
            Map.entry("iom", Set.of("events", "sharing", "exchange", "cooperation", "desk")),
            Map.entry("unodc", Set.of("events", "sharing", "exchange", "cooperation", "desk")),
            Map.entry("liaison", Set.of("events", "sharing", "exchange", "cooperation", "desk")),
            Map.entry("standalone", Set.of("events", "sharing", "exchange")),
            Map.entry("testkit", Set.of("events", "sharing", "exchange", "standalone")),
            Map.entry("bench", Set.of("events", "sharing", "exchange", "standalone", "testkit")));

    private ModuleDirection() {}

    static ArchRule rule() {
        return classes()
                .that(DescribedPredicate.describe(
                        "belong to a module", type -> !moduleOf(type).isEmpty()))
                .should(onlyKnowModulesBelow())
                .because("sharing <- exchange <- pages <- desk <- applications and sharing <- cooperation <- desk:"
                        + " a service that knew another would share its model, not only the mechanism");
    }

    static Set<String> modules() {
        return MAY_KNOW.keySet();
    }

    private static ArchCondition<JavaClass> onlyKnowModulesBelow() {
        return new ArchCondition<>("only know the modules below their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String module = moduleOf(type);
                if (!MAY_KNOW.containsKey(module)) {
                    events.add(SimpleConditionEvent.violated(type, module + " is not in the table of modules"));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = moduleOf(dependency.getTargetClass());
                    if (!target.isEmpty()
                            && !target.equals(module)
                            && !MAY_KNOW.get(module).contains(target)) {
                        events.add(SimpleConditionEvent.violated(
                                dependency, module + " knows " + target + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** The module's name, empty for what is not ours. */
    static String moduleOf(JavaClass type) {
        Matcher matcher = MODULE.matcher(type.getPackageName());
        return matcher.matches() ? matcher.group(1) : "";
    }
}
