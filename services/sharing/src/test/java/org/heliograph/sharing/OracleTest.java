package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Lane;
import org.heliograph.events.Position;
import org.heliograph.events.Purpose;
import org.heliograph.events.Source;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.SharingDecision.Released;
import org.heliograph.sharing.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Sharing} decides is what the rule book, written down apart, says: for every generated combination. */
class OracleTest {

    private static final long SEED = 20_261_125;
    private static final int RANDOM = 120_000;

    private static final UUID SOURCE = UUID.fromString("b2d7c0de-51aa-4a53-8d9e-3f7a1be5a702");
    private static final List<List<String>> NAMED = List.of(
            List.of(),
            List.of("aid"),
            List.of("state-x"),
            List.of("client-x"),
            List.of("state-z"),
            List.of("lab", "state-y"),
            List.of("wall-x"),
            List.of("state-x", "aid-office", "wall-aid"),
            List.of("nobody-knows"));
    private static final List<List<String>> EXCLUDED =
            List.of(List.of(), List.of("state-x"), List.of("client-x"), List.of("nobody-knows"));
    private static final List<List<Purpose>> PURPOSES = List.of(
            List.of(Purpose.OPERATIONAL_LE),
            List.of(),
            List.of(Purpose.RESEARCH_STATISTICS),
            List.of(Purpose.SAFETY_OF_LIFE, Purpose.OPERATIONAL_LE),
            List.of(Purpose.OPERATIONAL_LE, Purpose.RETURN_REINTEGRATION));
    private static final List<List<HandlingCode>> CODES = List.of(
            List.of(),
            List.of(HandlingCode.H1),
            List.of(HandlingCode.H2),
            List.of(HandlingCode.H3),
            List.of(HandlingCode.H1, HandlingCode.H2, HandlingCode.H3));
    private static final List<List<Source>> SOURCES = List.of(
            List.of(),
            List.of(source("state-x", Tlp.GREEN)),
            List.of(source("state-x", Tlp.AMBER)),
            List.of(source("aid", Tlp.AMBER_STRICT), source("aid", Tlp.GREEN, HandlingCode.H1)),
            List.of(source("aid", Tlp.GREEN, HandlingCode.H2)));
    private static final List<String> TARGETS = List.of("alert.route", "coop.request", "research.observation");
    private static final List<List<Position>> POSITIONS = List.of(
            List.of(),
            List.of(new Position(12.3, -1.2, null)),
            List.of(new Position(12.31, -1.2, null)),
            List.of(new Position(12.3, -1.234, null)),
            List.of(new Position(90.1, 0.0, null)));
    private static final List<String> CASES = List.of(
            "",
            "test:0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11",
            "exercise.protection:0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11",
            "exercise:0d7b1c52",
            "0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11");
    private static final Map<String, List<String>> FIELDS = Map.of(
            "kind", List.of("ADVICE", "MLA", "UNKNOWN", ""),
            "geoLevel", List.of("ADM1", "ADM0", "REGION", "ROUTE", "ADM2", ""),
            "period", List.of("2026-02", "2026-03", "2025-12", "soon", ""),
            "n", List.of("11", "10", "many", "", "4000"),
            "suppressed", List.of("false", "true"),
            "value", List.of("480", ""),
            "estimateType", List.of("COUNT", "MODELLED"),
            "country", List.of("STATE-X", "STATE-Y", ""),
            "action", List.of("RECALL", "DELETE", "RESTRICT", ""));

    private final List<Policy> policies = Cast.policies();
    private final Map<Tlp, Integer> released = new EnumMap<>(Tlp.class);
    private final Set<Rule> rules = new HashSet<>();
    private int cases;

    @Test
    void decidesAsTheOracleForEveryEventMarkingSenderGrantAndDistribution() {
        for (Policy policy : policies) {
            for (String event : Cast.EVENTS) {
                for (String sender : Cast.PARTIES) {
                    for (Tlp tlp : Tlp.values()) {
                        for (List<String> to : NAMED) {
                            for (List<String> notTo : EXCLUDED) {
                                compare(policy, Shape.usual(sender, event, tlp, to, notTo), Cast.NOW);
                            }
                        }
                    }
                }
            }
        }

        assertThat(cases).isEqualTo(15 * 7 * 9 * 5 * 9 * 4);
        assertThat(released).as("cases that were released, by marking").containsKeys(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER);
        assertThat(rules)
                .contains(Rule.SUSPENDED, Rule.PUBLISHER, Rule.PUBLIC, Rule.GRANT, Rule.R1, Rule.R2, Rule.R3, Rule.R7);
    }

    @Test
    void decidesAsTheOracleForRandomCombinationsOfEverything() {
        Random random = new Random(SEED);
        for (int round = 0; round < RANDOM; round++) {
            Instant at = one(random, List.of(Cast.NOW, Cast.NOW.minusMillis(1), Cast.NOW.plusMillis(1)));
            compare(one(random, policies), random(random), at);
        }

        assertThat(rules)
                .containsAll(Set.of(
                        Rule.OWNER,
                        Rule.SCHEMA,
                        Rule.PUBLISHER,
                        Rule.PUBLIC,
                        Rule.GRANT,
                        Rule.R1,
                        Rule.R2,
                        Rule.R3,
                        Rule.R4,
                        Rule.R5,
                        Rule.R6,
                        Rule.R7,
                        Rule.R8,
                        Rule.R12,
                        Rule.R13,
                        Rule.R14,
                        Rule.R17));
    }

    private void compare(Policy policy, Shape shape, Instant at) {
        Offer offer = shape.offer(policy);
        Judgement judgement = Sharing.judge(policy, offer, at);
        Set<String> who = switch (judgement) {
            case Judgement.Rejected rejected -> {
                rules.add(rejected.refusal().rule());
                yield Set.of();
            }
            case Judgement.Public everybody -> everybody.decisions().keySet();
            case Judgement.Accepted accepted -> accepted.recipients();
        };
        judgement.decisions().values().forEach(decision -> rules.add(decision.rule()));
        Set<String> expected = Oracle.whoGets(policy, offer, at);
        if (!who.equals(expected)) {
            assertThat(who).as("%s at %s: %s", shape, at, judgement).isEqualTo(expected);
        }
        if (!who.isEmpty()) {
            released.merge(shape.tlp(), 1, Integer::sum);
        }
        if (judgement instanceof Judgement.Rejected rejected) {
            assertNobodyIsReleased(rejected);
        }
        cases++;
    }

    private static void assertNobodyIsReleased(Judgement.Rejected rejected) {
        if (rejected.decisions().values().stream().anyMatch(Released.class::isInstance)) {
            throw new AssertionError("refused, and released to somebody: " + rejected);
        }
    }

    /** Mostly right, and wrong in any way. */
    static Shape random(Random random) {
        Map<String, String> fields = new HashMap<>();
        FIELDS.forEach((name, values) -> {
            String value = often(random) ? values.getFirst() : one(random, values);
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        });
        fields.put("targetEventId", often(random) ? SOURCE.toString() : "none");
        fields.put("targetEventType", often(random) ? one(random, TARGETS) : "alert.imagined");
        fields.put("targetOriginator", often(random) ? one(random, Cast.PARTIES) : "nobody-knows");
        if (!rarely(random)) {
            fields.put("deliveryAct", rarely(random) ? "returned to Jane Roe" : "RETURNED");
            fields.put("decidedBy", rarely(random) ? "" : "OPERATOR");
        }
        return new Shape(
                one(random, Cast.PARTIES),
                rarely(random) ? "aid" : "",
                one(random, Cast.EVENTS),
                rarely(random) ? "org.heliograph.events.alert.route" : "",
                one(random, List.of(Tlp.values())),
                usually(random, PURPOSES),
                rarely(random) ? one(random, List.of(Lane.values())) : lane(),
                rarely(random) ? Status.TEST : Status.EXERCISE,
                usually(random, CASES),
                usually(random, CODES),
                random.nextBoolean() ? "Ask first." : rarely(random) ? " " : "",
                rarely(random),
                one(random, NAMED),
                usually(random, EXCLUDED),
                rarely(random) ? "alert.route/7" : null,
                usually(random, SOURCES),
                usually(random, POSITIONS),
                fields);
    }

    /** Its event's own. */
    private static @Nullable Lane lane() {
        return null;
    }

    private static <T> T usually(Random random, List<T> values) {
        return often(random) ? values.getFirst() : one(random, values);
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static boolean often(Random random) {
        return random.nextInt(4) > 0;
    }

    private static boolean rarely(Random random) {
        return random.nextInt(30) == 0;
    }

    private static Source source(String originator, Tlp tlp, HandlingCode... codes) {
        return new Source(SOURCE, originator, tlp, new ArrayList<>(List.of(codes)));
    }
}
