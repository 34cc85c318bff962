package org.heliograph.operations.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.heliograph.events.Dispatch;
import org.heliograph.events.Receipt;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiTest {

    static final Endpoints ENDPOINTS = new Endpoints(
            "broker.example:9093", URI.create("https://registry.example/api"), URI.create("https://id.example/token"));
    static final Policy POLICY = registered(PolicyCompiler.compile(Path.of("../../deploy/policy")));

    private static Optional<AsyncApiSchema> schema = Optional.empty();

    @BeforeAll
    static void installTheSchema() {
        schema = AsyncApiSchema.installed();
    }

    static Set<String> parties() {
        return POLICY.parties().keySet();
    }

    @ParameterizedTest
    @MethodSource("parties")
    void isValidByTheSchemaOfAsyncApi(String party) {
        assumeTrue(schema.isPresent(), "not run: npm gives no AsyncAPI schema, see target/npm/npm.log");

        assertThat(schema.orElseThrow().problems(document(party))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoSuchDocument() {
        assumeTrue(schema.isPresent(), "not run: npm gives no AsyncAPI schema, see target/npm/npm.log");
        ObjectNode broken = document("xa");
        broken.withObject("operations").withObject("send").put("action", "shout");

        assertThat(schema.orElseThrow().problems(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("parties")
    void hasTheTopicsThatThePartyMayUseAndNoOthers(String party) {
        SortedSet<String> expected = new TreeSet<>(POLICY.publicTopics());
        POLICY.families(party).forEach(family -> expected.add("inbox." + party + "." + family));
        if (POLICY.senders().contains(party)) {
            expected.addAll(List.of("outbox." + party, "inbox." + party + ".receipts"));
        }

        assertThat(document(party).get("channels").propertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("parties")
    void namesNoOtherParty(String party) {
        ObjectNode document = document(party);
        document.withObject("components")
                .withObject("messages")
                .properties()
                .forEach(message -> ((ObjectNode) message.getValue()).remove("payload"));
        // A party may be called as a part of an event's type is: research, and research.observation.
        String text = document.toString();
        List<String> words = List.of(text.split("[^a-z0-9.-]+"));

        assertThat(parties().stream().filter(other -> !other.equals(party)))
                .noneMatch(words::contains)
                .noneMatch(other -> text.contains("box." + other + "\"") || text.contains("box." + other + "."));
    }

    @ParameterizedTest
    @MethodSource("parties")
    void saysOfNoEventThatThePartyNeitherGetsNorSends(String party) {
        Set<String> allowed = POLICY.events().values().stream()
                .filter(event -> event.reception(party).isPresent()
                        || event.publishers().contains(party)
                        || event.hasPublicTopic())
                .map(event -> event.type())
                .collect(Collectors.toSet());

        JsonNode messages = document(party).get("components").get("messages");

        assertThat(messages.propertyNames().stream()
                        .filter(name -> POLICY.events().containsKey(name)))
                .allMatch(allowed::contains);
    }

    @Test
    void tellsOfAnEventThatDiffersByItsKindOnlyTheKindsThatThePartyHasToDoWith() {
        JsonNode iom = document("iom").at("/components/messages/coop.request/x-heliograph");
        JsonNode xb = document("xb").at("/components/messages/coop.request/x-heliograph");

        assertThat(iom.toString())
                .contains("RETURN_FACILITATION")
                .doesNotContain("JOINT_INVESTIGATION", "OPERATIONAL_LE");
        assertThat(xb.get("variants")
                        .valueStream()
                        .filter(variant -> variant.get("mayPublish").asBoolean())
                        .map(variant -> variant.get("values").toString()))
                .containsExactly("[\"VESSEL_REGISTRY_BOARDING\"]");
    }

    @Test
    void leadsToTheKitOfEachSystemOfTheParty() {
        JsonNode info = document("xa").get("info");

        assertThat(info.at("/x-heliograph-kits/commands").valueStream().map(JsonNode::asString))
                .containsExactly(
                        "./heliograph kit xa --for java|node|python --out DIR",
                        "./heliograph kit xa-fusion --for java|node|python --out DIR");
        assertThat(info.get("x-heliograph-keys").asString()).isEqualTo("/api/keys/mine");
    }

    @Test
    void holdsTheWholeSchemaOfAnEvent() {
        JsonNode payload = document("xa").at("/components/messages/alert.route/payload/schema");

        assertThat(new Schema.Parser().parse(payload.toString()).getFullName())
                .isEqualTo("org.heliograph.events.AlertRoute");
    }

    private static ObjectNode document(String party) {
        return AsyncApi.document(POLICY, Objects.requireNonNull(POLICY.parties().get(party)), ENDPOINTS);
    }

    private static Policy registered(Policy compiled) {
        Map<Integer, RegisteredSchema> schemas = new TreeMap<>();
        Stream.concat(
                        compiled.events().values().stream().map(event -> event.schema()),
                        Stream.of(Dispatch.class.getName(), Receipt.class.getName()))
                .forEach(name -> schemas.put(
                        schemas.size() + 1,
                        new RegisteredSchema(schemas.size() + 1, name, "0".repeat(64), definition(name))));
        return compiled.with(schemas, List.of());
    }

    private static String definition(String name) {
        try {
            return EventSchemas.of(Class.forName(name).asSubclass(SpecificRecord.class))
                    .toString();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
