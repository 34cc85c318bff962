package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.heliograph.events.AlertRoute;
import org.heliograph.events.Envelope;
import org.heliograph.events.Outcome;
import org.heliograph.events.Receipt;
import org.heliograph.events.ResearchObservation;
import org.heliograph.events.Tlp;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.HeliographStack;
import org.heliograph.testkit.PartySystem;
import org.heliograph.testkit.SampleControl;
import org.heliograph.testkit.SampleEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an agency gets with {@code ./heliograph kit} reads, in each language, from an empty folder to the first message.
 */
@HeliographStack
class KitsIT {

    private static final String READER = "xc";
    private static final String SENDER = "iom-field-east";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LIFE_OF_A_TOKEN = Duration.ofSeconds(15);
    private static final JsonMapper JSON = new JsonMapper();

    private static Stack stack;
    private static SeizedOutbox outbox;

    @TempDir
    private Path folder;

    @BeforeAll
    static void seize(Stack running) {
        stack = running;
        outbox = SeizedOutbox.withoutService(stack, SENDER);
    }

    @AfterAll
    static void giveBack() {
        outbox.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void readsItsFirstMessagesAsJavaDoesAndNoneTwice(KitRuntime runtime) throws Exception {
        Path kit = kit(READER, runtime);
        AlertRoute alert = released(SampleEvents.alertRoute(SENDER));
        ResearchObservation number = released(SampleEvents.observation(SENDER, Tlp.GREEN));
        ResearchObservation unknown = released(unknown());
        String[] asGroup = {"--group", "test-" + UUID.randomUUID()};
        JsonNode recall;

        try (KitProcess process = new KitProcess(runtime.consume(kit, asGroup))) {
            for (SpecificRecord event : List.of(alert, number, unknown)) {
                JsonNode line = process.await("event", key(event));
                assertThat(JavaValues.of(line.get("value"))).isEqualTo(asJavaReads(event));
                assertThat(line.get("signedBy").asString()).isEqualTo(SENDER + "-1");
            }
            assertThat(process.told("event", key(number))
                            .getFirst()
                            .at("/value/value")
                            .asString())
                    .isEqualTo("480.000");
            assertThat(process.told("event", key(unknown))
                            .getFirst()
                            .at("/value/value")
                            .isNull())
                    .isTrue();

            released(SampleControl.recall(alert.getEnvelope()), READER);

            recall = process.await("recall", key(alert));
        }
        rewind(READER + "." + asGroup[1], inboxes());
        try (KitProcess again = new KitProcess(runtime.consume(kit, asGroup))) {
            for (SpecificRecord event : List.of(number, unknown)) {
                again.await("repeated", key(event));
                assertThat(again.told("event", key(event))).isEmpty();
            }
            again.await(
                    process -> process.told("repeated", key(alert)).stream()
                            .anyMatch(line -> line.get("offset").equals(recall.get("offset"))),
                    "the recall again");
            assertThat(again.told("recall", key(alert))).isEmpty();
            assertThat(again.lines())
                    .filteredOn(line -> line.get("key").asString("").startsWith(SENDER + "/"))
                    .isNotEmpty()
                    .noneMatch(line -> line.get("kind").asString().equals("refused"));
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void explainsATopicThatIsDenied(KitRuntime runtime) throws Exception {
        Path kit = kit(READER, runtime);

        try (KitProcess process = new KitProcess(runtime.consume(kit, "--topic", "inbox.xb.alerts"))) {
            assertThat(process.exitCode()).as(process.said()).isEqualTo(77);
            assertThat(process.said())
                    .contains(
                            "xc may not read inbox.xb.alerts",
                            "It may read inbox.xc.alerts",
                            "Ask the operators of Heliograph",
                            "./heliograph policy explain xc EVENT");
            assertThat(process.lines()).isEmpty();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void goesOnReadingAfterItsTokensHaveEndedAndAfterItGotNoneForAWhile(KitRuntime runtime) throws Exception {
        Path kit = kit(READER, runtime);
        try (ShortLivedTokens tokens = new ShortLivedTokens(stack, READER, LIFE_OF_A_TOKEN)) {
            set(kit, "tokenEndpoint", tokens.endpoint().toString());
            AlertRoute before = released(SampleEvents.alertRoute(SENDER));
            try (KitProcess process = new KitProcess(runtime.consume(kit, "--group", "tokens-" + UUID.randomUUID()))) {
                process.await("event", key(before));
                process.await(reading -> tokens.ended() >= 2, "two of its tokens have ended");

                AlertRoute after = released(SampleEvents.alertRoute(SENDER));
                process.await("event", key(after));

                tokens.away(true);
                process.await(reading -> tokens.allEnded(), "all of its tokens have ended");
                AlertRoute meanwhile = released(SampleEvents.alertRoute(SENDER));
                tokens.away(false);
                process.await("event", key(meanwhile));
            }
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void publishesThroughThePartysServiceAndSaysWhoGotIt(KitRuntime runtime) throws Exception {
        Path kit = kit("xa", runtime);

        List<JsonNode> said;
        try (KitProcess process = new KitProcess(
                runtime.publish(kit, "/api/v1/alerts/documents", "examples/alert.document-fraud.json"))) {
            assertThat(process.exitCode()).as(process.said()).isZero();
            said = process.lines();
        }

        assertThat(said).hasSize(2);
        assertThat(said.getLast().get("outcome").asString()).isEqualTo("RELEASED");
        assertThat(said.getLast().get("recipients").toString()).contains("\"xb\"", "\"unodc\"");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void submitsARequestOnceThatItSendsAgainWithTheSameKey(KitRuntime runtime) throws Exception {
        Path kit = kit("xa", runtime);
        String key = UUID.randomUUID().toString();
        Files.writeString(kit.resolve("request.json"), JSON.writeValueAsString(Requests.toUnodc()));

        List<String> ids = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            try (KitProcess process =
                    new KitProcess(runtime.publish(kit, Requests.PATH, "request.json", "--key", key))) {
                assertThat(process.exitCode()).as(process.said()).isZero();
                ids.add(process.lines().getFirst().path("requestId").asString(""));
            }
        }

        assertThat(ids.getFirst()).isNotEmpty().isEqualTo(ids.getLast());
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void saysWhatIsWrongWithWhatItPublishes(KitRuntime runtime) throws Exception {
        Path kit = kit("xa", runtime);
        Files.writeString(kit.resolve("wrong.json"), "{\"status\": \"EXERCISE\", \"issuerCode\": \"UTO\"}");

        try (KitProcess process = new KitProcess(runtime.publish(kit, "/api/v1/alerts/documents", "wrong.json"))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.said()).contains("answers 400", "fraudType");
        }
    }

    /** A kit in an empty folder, ready to run; the test is skipped where it cannot. */
    private Path kit(String principal, KitRuntime runtime) {
        Path kit = folder.resolve("kit");
        Said said = Said.by(stack, "kit", principal, "--for", runtime.language(), "--out", kit.toString());
        assertThat(said.code()).as(said.text()).isZero();
        Optional<String> missing = KitBuilds.OF_THIS_RUN.prepare(runtime, kit);
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        return kit;
    }

    private static ResearchObservation unknown() {
        ResearchObservation known = SampleEvents.observation(SENDER, Tlp.GREEN);
        return ResearchObservation.newBuilder(known)
                .setValue(null)
                .setN(null)
                .setSuppressed(true)
                .build();
    }

    /** One at a time, since the outbox is numbered. */
    private static synchronized <T extends SpecificRecord> T released(T event, String... releasableTo) {
        byte[] dispatch = outbox.dispatches().dispatch(outbox.next(event), event, outbox.signer(), releasableTo);
        Receipt receipt = outbox.receiptOf(outbox.send(event, dispatch));
        assertThat(receipt.getOutcome()).as(receipt.toString()).isEqualTo(Outcome.RELEASED);
        assertThat(receipt.getReleasedTo()).contains(READER);
        return event;
    }

    private static String key(SpecificRecord event) {
        return SENDER + "/" + ((Envelope) event.get(0)).getEventId();
    }

    private static Object asJavaReads(SpecificRecord event) {
        try (PartySystem system = new PartySystem(stack, READER)) {
            ConsumerRecord<String, byte[]> copy = system.readAll(system.inboxes()).stream()
                    .filter(message -> message.key().equals(key(event)) && message.value() != null)
                    .findFirst()
                    .orElseThrow();
            WireValue wire = WireValue.split(copy.value());
            Schema schema = system.schemas().byId(wire.schemaId()).orElseThrow();
            return JavaValues.of(schema, wire.binary());
        }
    }

    private static List<String> inboxes() {
        try (PartySystem system = new PartySystem(stack, READER)) {
            return system.inboxes();
        }
    }

    /** As after a restored machine: the group reads all again. Only a group that nobody is in any more can go back. */
    private static void rewind(String group, List<String> topics) {
        Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
        for (String topic : topics) {
            for (int i = 0; i < stack.roster().partitions(); i++) {
                beginning.put(new TopicPartition(topic, i), new OffsetAndMetadata(0));
            }
        }
        try (PartySystem system = new PartySystem(stack, READER);
                Admin admin = system.admin()) {
            await().atMost(PATIENCE).ignoreException(ExecutionException.class).until(() -> {
                admin.alterConsumerGroupOffsets(group, beginning).all().get();
                return true;
            });
        }
    }

    private static void set(Path kit, String name, String value) throws IOException {
        Path file = kit.resolve("kit.json");
        ObjectNode settings = (ObjectNode) JSON.readTree(Files.readString(file));
        Files.writeString(file, settings.put(name, value).toString());
    }
}
