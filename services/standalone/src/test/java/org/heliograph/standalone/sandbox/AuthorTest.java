package org.heliograph.standalone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.heliograph.events.Envelope;
import org.heliograph.events.Status;
import org.heliograph.exchange.signing.EventVerifier;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.signing.Verification;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.kits.KitContent;
import org.heliograph.standalone.kits.KitPlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorTest {

    private static final Policy POLICY = registered(PolicyCompiler.compile(Path.of("../../deploy/policy")));

    static Stream<String> parties() {
        return POLICY.parties().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("parties")
    void writesASignedExerciseOfEachEventOfEachTopic(String party) {
        KitContent kit = kit(party);
        Author author = new Author(POLICY, party, kit);

        assertThat(kit.topics()).isNotEmpty();
        kit.topics()
                .forEach((topic, events) -> events.forEach(event -> {
                    Author.Draft draft = author.event(topic, event, Author.newCase());
                    Envelope envelope = envelope(event, draft);
                    assertThat(envelope.getStatus()).isEqualTo(Status.EXERCISE);
                    assertThat(envelope.getEventType()).isEqualTo(event.type());
                    assertThat(envelope.getContextId())
                            .isEqualTo(draft.contextId())
                            .startsWith("exercise:");
                    assertThat(draft.message().key())
                            .isEqualTo(envelope.getOriginatorParty() + "/"
                                    + (topic.startsWith("public.") ? envelope.getContextId() : envelope.getEventId()));
                    assertThat(isGood(author, event, draft)).isTrue();
                }));
    }

    @Test
    void writesInTheNameOfOthers() {
        KitContent kit = kit("xb");
        Author author = new Author(POLICY, "xb", kit);
        EventPolicy alert = event("alert.route");

        assertThat(envelope(alert, author.event("inbox.xb.alerts", alert, Author.newCase()))
                        .getOriginatorParty())
                .isNotEqualTo("xb");
    }

    @Test
    void forgesWithAKeyThatIsNotTheOneThatItNames() {
        Author author = new Author(POLICY, "xb", kit("xb"));
        EventPolicy alert = event("alert.route");

        Author.Draft forged = author.forged("inbox.xb.alerts", alert, Author.newCase());

        assertThat(forged.kind()).isEqualTo(Played.Kind.FORGED);
        assertThat(isGood(author, alert, forged)).isFalse();
    }

    @Test
    void recallsByTheKeyAndInThePartitionOfTheCase() {
        Author author = new Author(POLICY, "xb", kit("xb"));
        Author.Draft alert = author.event("inbox.xb.alerts", event("alert.route"), Author.newCase());

        ProducerRecord<String, byte[]> recall = author.recall(alert).message();

        assertThat(recall.value()).isNull();
        assertThat(recall.key()).isEqualTo(alert.message().key());
        assertThat(recall.partition()).isEqualTo(alert.message().partition());
    }

    @ParameterizedTest
    @MethodSource("parties")
    void aNewerSchemaIsOneThatMayComeAndThatReadersByTheOneBeforeGetWrong(String party) {
        KitContent kit = kit(party);
        Author author = new Author(POLICY, party, kit);
        String topic = kit.topics().firstKey();
        EventPolicy event = Objects.requireNonNull(kit.topics().get(topic)).getFirst();
        Schema known = author.inForce(event).schema();
        Schema newer = NewerSchema.of(known);

        Author.Draft draft = author.event(topic, event, Author.newCase(), new Author.Writing(4_711, newer));

        WireValue value = WireValue.split(draft.message().value());
        GenericRecord decoded = AvroBinary.decode(newer, value.binary());
        assertThat(value.schemaId()).isEqualTo(4_711);
        assertThat(decoded.get(NewerSchema.FIELD)).isNotNull();
        for (List<Schema> both : List.of(List.of(known, newer), List.of(newer, known))) {
            assertThat(SchemaCompatibility.checkReaderWriterCompatibility(both.getFirst(), both.getLast())
                            .getType())
                    .isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
        }
        assertThat(readsTheSame(known, value.binary(), decoded)).isFalse();
    }

    @Test
    void saysWhichEventHasNoSchemaYet() {
        Policy bare = PolicyCompiler.compile(Path.of("../../deploy/policy"));
        Author author = new Author(bare, "xb", KitContent.of(bare, "xb", places()));

        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> author.event("inbox.xb.alerts", event("alert.route"), Author.newCase()))
                .withMessageContaining("no registered schema");
    }

    private static boolean readsTheSame(Schema schema, byte[] binary, GenericRecord decoded) {
        try {
            GenericRecord read = AvroBinary.decode(schema, binary);
            return schema.getFields().stream()
                    .allMatch(field -> Objects.equals(read.get(field.name()), decoded.get(field.name())));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static boolean isGood(Author author, EventPolicy event, Author.Draft draft) {
        WireValue value = WireValue.split(draft.message().value());
        Schema schema = author.inForce(event).schema();
        SignedContent content =
                SignedContent.of(envelope(event, draft), EventSchemas.fingerprint(schema), value.binary());
        String signature = new String(
                draft.message().headers().lastHeader("heliograph-signature").value(), StandardCharsets.UTF_8);
        Map<String, JWKSet> keys = new HashMap<>();
        author.keys().forEach((party, key) -> keys.put(party, new JWKSet(key.toPublicJWK())));
        return new EventVerifier(keys).verify(content, signature) instanceof Verification.Valid;
    }

    private static Envelope envelope(EventPolicy event, Author.Draft draft) {
        RegisteredSchema schema = POLICY.schema(event.schema()).orElseThrow();
        return AvroBinary.envelope(
                new Schema.Parser().parse(schema.definition()),
                WireValue.split(draft.message().value()).binary());
    }

    private static EventPolicy event(String type) {
        return POLICY.event(type).orElseThrow();
    }

    private static KitContent kit(String party) {
        return KitContent.of(POLICY, party, places());
    }

    private static KitPlaces places() {
        URI nowhere = URI.create("http://127.0.0.1:1");
        return new KitPlaces("127.0.0.1:1", nowhere, nowhere, nowhere, Optional.empty(), Path.of("secret"));
    }

    private static Policy registered(Policy compiled) {
        SortedMap<Integer, RegisteredSchema> schemas = new TreeMap<>();
        compiled.events().values().stream().map(EventPolicy::schema).distinct().forEach(name -> {
            Schema schema = EventSchemas.of(generated(name));
            int id = schemas.size() + 1;
            schemas.put(id, new RegisteredSchema(id, name, EventSchemas.fingerprint(schema), schema.toString()));
        });
        return compiled.with(Map.copyOf(schemas), List.of());
    }

    private static Class<? extends SpecificRecord> generated(String name) {
        try {
            return Class.forName(name).asSubclass(SpecificRecord.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
