package org.heliograph.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.heliograph.events.AuditDecision;
import org.heliograph.events.DeliveryFacts;
import org.heliograph.events.Distribution;
import org.heliograph.events.Envelope;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.JudgedFacts;
import org.heliograph.events.Position;
import org.heliograph.events.Source;
import org.heliograph.events.SourceFacts;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.Variants;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final long SEED = 20_261_127;
    private static final int RANDOM = 60_000;

    private final List<Policy> policies = Cast.policies();
    private final Policy policy = policies.getFirst();

    /** What was decided about each party and by which rule, without the words, which repeat what was found. */
    private record Core(Map<String, List<Object>> parties, Optional<Rule> refusal) {

        static Core of(Judgement judgement) {
            Map<String, List<Object>> parties = new TreeMap<>();
            judgement
                    .decisions()
                    .forEach((party, decision) -> parties.put(party, List.of(decision.getClass(), decision.rule())));
            return new Core(
                    parties,
                    judgement instanceof Judgement.Rejected rejected
                            ? Optional.of(rejected.refusal().rule())
                            : Optional.empty());
        }
    }

    @Test
    void areJudgedByAnyPolicyAsTheOfferIsThatTheyWereTakenFrom() {
        Random random = new Random(SEED);
        Map<Rule, Integer> refusals = new EnumMap<>(Rule.class);
        for (int round = 0; round < RANDOM; round++) {
            Policy then = policies.get(random.nextInt(policies.size()));
            Policy now = policies.get(random.nextInt(policies.size()));
            Instant at = Cast.NOW.plusMillis(random.nextInt(3) - 1);
            Offer offer = OracleTest.random(random).offer(then);
            if (!offer.envelope().getOriginatorParty().equals(offer.owner())) {
                continue; // ends at its owner, before the policy is asked
            }
            Core expected = Core.of(Sharing.judge(now, offer, at));

            Offer again = Facts.offer(Audited.of(then, offer, at), now).orElseThrow();

            if (!Core.of(Sharing.judge(now, again, at)).equals(expected)) {
                assertThat(Core.of(Sharing.judge(now, again, at)))
                        .as("seed %d, round %d: %s", SEED, round, offer)
                        .isEqualTo(expected);
            }
            expected.refusal().ifPresent(rule -> refusals.merge(rule, 1, Integer::sum));
        }

        assertThat(refusals)
                .containsOnlyKeys(
                        Rule.SUSPENDED,
                        Rule.SCHEMA,
                        Rule.PUBLISHER,
                        Rule.PUBLIC,
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
                        Rule.R17);
    }

    @Test
    void holdNothingOfWhatTheEventSays() {
        Offer plain = Shape.usual("aid", "research.observation", Tlp.CLEAR, List.of(), List.of())
                .offer(policy);
        SortedMap<String, String> fields = new TreeMap<>(plain.fields());
        fields.putAll(Map.of("n", "7", "value", "7654321", "geoLevel", "ADM2", "country", "SECRETLAND"));
        Offer offer = new Offer(
                "aid",
                plain.schemaName(),
                Envelope.newBuilder(plain.envelope())
                        .setHandlingNote("Call Jane Roe first")
                        .setCorrelationId("jane-roe")
                        .build(),
                plain.distribution(),
                List.of(new Position(12.3456, -1.2345, null)),
                fields);

        JudgedFacts facts = Facts.of(policy, offer, Cast.NOW).orElseThrow();

        assertThat(facts.getDisclosive()).isTrue();
        assertThat(facts.getFine()).isTrue();
        assertThat(facts.getNoted()).isTrue();
        assertThat(facts.getRefers()).isTrue();
        assertThat(facts.toString()).doesNotContain("7654321", "ADM2", "SECRETLAND", "Jane", "jane", "12.3", "1.23");
    }

    @Test
    void holdWhatWasDoneAboutWhichCopyAndByWhom() {
        Offer offer = Shape.usual("state-x", "control.delivery", Tlp.GREEN, List.of("aid"), List.of())
                .fields(Map.of(
                        "targetEventId",
                        "0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11",
                        "targetEventType",
                        "alert.route",
                        "targetOriginator",
                        "aid",
                        "deliveryAct",
                        "RETURNED",
                        "decidedBy",
                        "OPERATOR",
                        "reason",
                        "Jane Roe says so"))
                .offer(policy);

        JudgedFacts facts = Facts.of(policy, offer, Cast.NOW).orElseThrow();

        assertThat(facts.getTargetType()).contains("alert.route");
        assertThat(facts.getDelivery())
                .contains(new DeliveryFacts("0d7b1c52-94f0-4b5e-8a53-0b3f6f0f7a11", "aid", "RETURNED", "OPERATOR"));
        assertThat(facts.toString()).doesNotContain("Jane");
    }

    @Test
    void holdOfANameThatCannotBeAPartyOnlyThatThereIsOne() {
        Offer offer = named(List.of("state-x", "Jane Roe, born 1990", "nobody-knows", "!"), List.of("state-x"));

        JudgedFacts facts = Facts.of(policy, offer, Cast.NOW).orElseThrow();

        assertThat(facts.getReleasableTo()).containsExactly("state-x", "?", "nobody-knows");
        assertThat(facts.getNotReleasableTo()).containsExactly("state-x");
    }

    @Test
    void holdEachKindOfSourceOnceAndNotWhichItWas() {
        Offer plain = named(List.of("state-x"), List.of());
        Source source = new Source(UUID.randomUUID(), "state-y", Tlp.GREEN, List.of(HandlingCode.H1));
        Source same = new Source(UUID.randomUUID(), "state-y", Tlp.GREEN, List.of(HandlingCode.H1));
        Offer offer = new Offer(
                plain.owner(),
                plain.schemaName(),
                Envelope.newBuilder(plain.envelope())
                        .setSources(List.of(source, same))
                        .build(),
                plain.distribution(),
                plain.positions(),
                plain.fields());

        assertThat(Facts.of(policy, offer, Cast.NOW).orElseThrow().getSources())
                .containsExactly(new SourceFacts("state-y", "GREEN", List.of("H1")));
    }

    @Test
    void areNotKeptOfMoreNamesThanAnAuditRecordHolds() {
        List<String> many =
                IntStream.range(0, 501).mapToObj(number -> "party-" + number).toList();

        assertThat(Facts.of(policy, named(many, List.of()), Cast.NOW)).isEmpty();
        assertThat(Facts.of(policy, named(many.subList(0, 500), List.of()), Cast.NOW))
                .isPresent();
        assertThat(Facts.of(policy, named(Collections.nCopies(501, "state-x"), List.of()), Cast.NOW))
                .isPresent();
    }

    @Test
    void giveNoOfferWhereThePolicyAsksForAFieldThatWasNotLookedAt() {
        AuditDecision decision = Audited.of(policy, named(List.of("state-x"), List.of()), Cast.NOW);
        Policy byAnotherField = withVariantField("urgency");

        assertThat(Facts.offer(decision, policy)).isPresent();
        assertThat(Facts.offer(decision, byAnotherField)).isEmpty();
    }

    @Test
    void giveNoOfferWhereThereAreNoneOrAWordIsUnknown() {
        AuditDecision decision = Audited.of(policy, named(List.of("state-x"), List.of()), Cast.NOW);
        JudgedFacts later = JudgedFacts.newBuilder(decision.getFacts().orElseThrow())
                .setLane("ORBITAL")
                .build();

        assertThat(Facts.offer(AuditDecision.newBuilder(decision).setFacts(null).build(), policy))
                .isEmpty();
        assertThat(Facts.offer(
                        AuditDecision.newBuilder(decision).setFacts(later).build(), policy))
                .isEmpty();
    }

    private Policy withVariantField(String field) {
        EventPolicy request = policy.event("coop.request").orElseThrow();
        SortedMap<String, EventPolicy> events = new TreeMap<>(policy.events());
        events.put(
                "coop.request",
                new EventPolicy(
                        request.type(),
                        request.schema(),
                        request.family(),
                        request.lane(),
                        request.floor(),
                        request.defaultMarking(),
                        request.all(),
                        request.accessFromAmber(),
                        new Variants(field, request.variants().byName()),
                        request.personalData(),
                        request.retention()));
        return new Policy(
                policy.version(),
                policy.platform(),
                policy.parties(),
                events,
                policy.grants(),
                policy.declassifiers(),
                policy.auditAccess(),
                policy.schemas(),
                policy.signingKeys());
    }

    private Offer named(List<String> to, List<String> notTo) {
        Offer plain = Shape.usual("aid", "coop.request", Tlp.AMBER, List.of(), List.of())
                .offer(policy);
        return new Offer(
                plain.owner(),
                plain.schemaName(),
                plain.envelope(),
                new Distribution(to, notTo),
                plain.positions(),
                plain.fields());
    }
}
