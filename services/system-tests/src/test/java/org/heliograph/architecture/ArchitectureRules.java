package org.heliograph.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.heliograph.cooperation.violation.StepReachesKafka;
import org.heliograph.desk.unmarked.InUnmarkedPackage;
import org.heliograph.desk.util.InUtilPackage;
import org.heliograph.desk.violation.DeskKnowsIom;
import org.heliograph.desk.violation.FieldInjection;
import org.heliograph.desk.violation.JdbcVisibleToAll;
import org.heliograph.desk.violation.RequestHelper;
import org.heliograph.exchange.violation.ExchangeKnowsDesk;
import org.heliograph.gate.violation.GateKnowsDesk;
import org.heliograph.iom.violation.IomKnowsUnodc;
import org.heliograph.sharing.violation.DecisionReachesSpring;
import org.heliograph.sharing.violation.DecisionReadsTheClock;
import org.heliograph.sharing.violation.SharingKnowsExchange;
import org.jspecify.annotations.NullMarked;

/** All rules, each with its reason and with the classes that break it on purpose. */
final class ArchitectureRules {

    private static final String FORBIDDEN_WORDS = "common|util|utils|helper|helpers|misc|dto|base|impl|manager";

    private static final DescribedPredicate<JavaAnnotation<?>> INJECTION = DescribedPredicate.describe(
            "@Autowired, @Inject, @Resource or @Value",
            annotation -> annotation.getRawType().getSimpleName().matches("Autowired|Inject|Resource|Value"));

    private ArchitectureRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                ArchitectureRule.of(
                        "modules know only those below",
                        ModuleDirection.rule(),
                        SharingKnowsExchange.class,
                        ExchangeKnowsDesk.class,
                        DeskKnowsIom.class,
                        GateKnowsDesk.class,
                        IomKnowsUnodc.class),
                ArchitectureRule.of(
                        "sharing and cooperation are plain Java",
                        plainJava(),
                        DecisionReachesSpring.class,
                        StepReachesKafka.class),
                ArchitectureRule.of("sharing does not ask for the time", timeless(), DecisionReadsTheClock.class),
                ArchitectureRule.of("packages are named for a capability", packageNames(), InUtilPackage.class),
                ArchitectureRule.of("classes are named for what they are", classNames(), RequestHelper.class),
                ArchitectureRule.of("dependencies come through constructors", noFieldInjection(), FieldInjection.class),
                ArchitectureRule.of("packages are null-marked", nullMarked(), InUnmarkedPackage.class),
                ArchitectureRule.of("adapters stay in their package", hiddenAdapters(), JdbcVisibleToAll.class));
    }

    private static ArchRule plainJava() {
        return noClasses()
                .that(resideInAnyPackage("org.heliograph.sharing..", "org.heliograph.cooperation.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "org.apache.kafka..", "java.sql..", "jakarta.."))
                .because("gate, preview, explain and simulation call one decision,"
                        + " and none of them may need a container to do so");
    }

    private static ArchRule timeless() {
        return noClasses()
                .that(resideInAPackage("org.heliograph.sharing.."))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "the answer depends on when it is asked",
                        call -> call.getTarget()
                                .getName()
                                .matches("now|currentTimeMillis|nanoTime|systemUTC|randomUUID")))
                .because("a decision is audited by rule and policy version, and must come out the same when replayed");
    }

    private static ArchRule packageNames() {
        return noClasses()
                .should(haveNameMatching("org\\.heliograph\\.(.*\\.)?(" + FORBIDDEN_WORDS + ")\\..*"))
                .because("a package called " + FORBIDDEN_WORDS.replace("|", ", ")
                        + " says nothing and attracts everything");
    }

    private static ArchRule classNames() {
        return noClasses()
                .should(haveNameMatching("org\\.heliograph\\..*(Common|Utils?|Helper|Misc|Dto|DTO|Base|Impl|Manager)"))
                .because("such an ending hides what the class is; a lone implementation is called Default...");
    }

    private static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith(INJECTION)
                .because("a class that gets its parts through the constructor is whole, final and testable");
    }

    private static ArchRule nullMarked() {
        return classes()
                .that(DescribedPredicate.not(resideInAPackage("org.heliograph.events..")))
                .should(resideInNullMarkedPackage())
                .because("NullAway checks only what is marked; the generated events alone are not ours to mark");
    }

    private static ArchRule hiddenAdapters() {
        return noClasses()
                .that()
                .haveSimpleNameStartingWith("Jdbc")
                .or()
                .haveSimpleNameStartingWith("Kafka")
                .or()
                .haveSimpleNameStartingWith("Default")
                .or()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .bePublic()
                .because("others use the interface or the protocol that an adapter serves, never the adapter");
    }

    private static ArchCondition<JavaClass> haveNameMatching(String regex) {
        return new ArchCondition<>("have a name that matches " + regex) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, type.getName().matches(regex), type.getName()));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getName()));
            }
        };
    }
}
