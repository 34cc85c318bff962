package org.heliograph.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.heliograph.events.validation.Catalogue;
import org.heliograph.exchange.signing.EventSigner;
import org.heliograph.exchange.signing.SignedContent;
import org.heliograph.exchange.wire.AvroBinary;
import org.heliograph.exchange.wire.EventSchemas;
import org.heliograph.exchange.wire.WireValue;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.SigningKey;
import org.heliograph.standalone.Secrets;
import org.heliograph.standalone.kits.KitContent;
import org.heliograph.standalone.kits.KitLanguage;
import org.heliograph.standalone.kits.KitPlaces;
import org.heliograph.standalone.kits.KitTemplates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each kit reads every event of the catalogue as Java does, and believes no signature that is not good. */
class KitDecodingIT {

    private static final int OF_EACH_EVENT = 25;
    private static final JsonMapper JSON = new JsonMapper();
    private static final ECKey XA = Secrets.signingKey("xa-1");
    private static final ECKey IOM = Secrets.signingKey("iom-1");
    private static final Map<Integer, RegisteredSchema> SCHEMAS = schemas();

    private final EventSigner signer = new EventSigner(XA);

    /** A value, and the signature that comes with it. */
    private static final class Sent {

        private final byte[] value;
        private final String signature;

        Sent(byte[] value, String signature) {
            this.value = value;
            this.signature = signature;
        }

        byte[] value() {
            return value;
        }

        String signature() {
            return signature;
        }

        String line() {
            return Base64.getEncoder().encodeToString(value) + " " + signature;
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryEventAsJavaDoes(KitRuntime runtime) throws Exception {
        Path kit = kit(runtime);
        RandomEvents random = new RandomEvents(20_261_128);
        List<Sent> sent = new ArrayList<>();
        List<Object> expected = new ArrayList<>();
        SCHEMAS.forEach((id, registered) -> {
            Schema schema = new Schema.Parser().parse(registered.definition());
            for (int i = 0; i < OF_EACH_EVENT; i++) {
                GenericRecord event = random.event(schema, "xa");
                sent.add(signed(id, event));
                expected.add(JavaValues.of(schema, AvroBinary.encode(event)));
            }
        });

        List<JsonNode> decoded = decoded(runtime, kit, sent);

        assertThat(decoded).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(decoded.get(i).path("signedBy").asString(decoded.get(i).toString()))
                    .isEqualTo("xa-1");
            assertThat(JavaValues.of(decoded.get(i).get("value"))).isEqualTo(expected.get(i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void believesNoSignatureThatIsNotGood(KitRuntime runtime) throws Exception {
        Path kit = kit(runtime);
        Schema schema =
                new Schema.Parser().parse(Objects.requireNonNull(SCHEMAS.get(1)).definition());
        GenericRecord event = new RandomEvents(7).event(schema, "xa");
        Sent good = signed(1, event);
        Sent other = signed(1, new RandomEvents(8).event(schema, "xa"));
        byte[] longer = Arrays.copyOf(good.value(), good.value().length + 1);
        byte[] magic = good.value().clone();
        magic[0] = 1;
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"kid\":\"xa-1\"}".getBytes(StandardCharsets.UTF_8));
        String proof = good.signature().substring(good.signature().lastIndexOf('.') + 1);
        Map<String, Sent> bad = new LinkedHashMap<>();
        bad.put("of another event", new Sent(good.value(), other.signature()));
        bad.put("by a key of another party", signed(1, event, new EventSigner(IOM)));
        bad.put("by another key of the same id", signed(1, event, new EventSigner(Secrets.signingKey("xa-1"))));
        bad.put("by a key that nobody knows", signed(1, event, new EventSigner(Secrets.signingKey("xa-9"))));
        bad.put("without an algorithm", new Sent(good.value(), none + ".." + proof));
        bad.put("not detached", new Sent(good.value(), good.signature().replace("..", ".e30.")));
        bad.put(
                "cut off",
                new Sent(
                        good.value(),
                        good.signature().substring(0, good.signature().length() - 8)));
        bad.put("no JWS", new Sent(good.value(), "signature"));
        bad.put("none", new Sent(good.value(), ""));
        bad.put("bytes left over", new Sent(longer, good.signature()));
        bad.put("another magic byte", new Sent(magic, good.signature()));

        List<JsonNode> decoded = decoded(runtime, kit, List.copyOf(bad.values()));

        assertThat(decoded).hasSameSizeAs(bad.values());
        int i = 0;
        for (String fault : bad.keySet()) {
            JsonNode line = decoded.get(i++);
            assertThat(line.path("refused").asString(""))
                    .as(fault + ": " + line)
                    .isNotEmpty();
            assertThat(line.has("value")).as(fault).isFalse();
        }
        assertThat(decoded(runtime, kit, List.of(good)).getFirst().has("value")).isTrue();
    }

    private static List<JsonNode> decoded(KitRuntime runtime, Path kit, List<Sent> sent) throws Exception {
        Path lines = kit.resolve("lines.txt");
        try (Writer writer = Files.newBufferedWriter(lines)) {
            for (Sent each : sent) {
                writer.write(each.line() + "\n");
            }
        }
        try (KitProcess process = new KitProcess(runtime.decode(kit).redirectInput(lines.toFile()))) {
            assertThat(process.exitCode()).as(process.said()).isZero();
            return List.copyOf(process.lines());
        }
    }

    private Sent signed(int id, GenericRecord event) {
        return signed(id, event, signer);
    }

    private static Sent signed(int id, GenericRecord event, EventSigner signer) {
        GenericRecord envelope = (GenericRecord) event.get("envelope");
        byte[] binary = AvroBinary.encode(event);
        SignedContent content = new SignedContent(
                envelope.get("originatorParty").toString(),
                envelope.get("eventId").toString(),
                envelope.get("contextId").toString(),
                EventSchemas.fingerprint(event.getSchema()),
                sha256(binary));
        return new Sent(WireValue.join(id, binary), signer.sign(content));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A kit that runs without a stack, with the schemas of all events and not of those alone that its party gets. */
    private static Path kit(KitRuntime runtime) throws IOException {
        Path folder =
                Path.of("target", "kits", "decoding-" + runtime.language()).toAbsolutePath();
        Policy policy = PolicyCompiler.compile(Path.of("../../deploy/policy"))
                .with(SCHEMAS, List.of(key("xa", XA), key("iom", IOM)));
        URI nowhere = URI.create("http://127.0.0.1:1");
        KitPlaces places = new KitPlaces("127.0.0.1:1", nowhere, nowhere, nowhere, Optional.empty(), folder);
        KitContent content = KitContent.of(policy, "xa-fusion", places);
        Map<String, String> files = new TreeMap<>(new KitTemplates(Path.of("../../deploy/client-kits"))
                .files(content, KitLanguage.valueOf(runtime.name())));
        ObjectNode settings = (ObjectNode) JSON.readTree(files.get("kit.json"));
        settings.remove("schemas");
        SCHEMAS.forEach((id, schema) -> {
            files.put("schemas/" + id + ".avsc", schema.definition());
            settings.withArray("schemas").addObject().put("id", id).put("file", "schemas/" + id + ".avsc");
        });
        files.put("kit.json", settings.toString());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
        Optional<String> missing = runtime.prepare(folder);
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        return folder;
    }

    private static SigningKey key(String party, ECKey key) {
        return new SigningKey(party, key.getKeyID(), key.toPublicJWK().toJSONString(), Optional.empty());
    }

    private static Map<Integer, RegisteredSchema> schemas() {
        Map<Integer, RegisteredSchema> schemas = new TreeMap<>();
        Catalogue.events().values().forEach(type -> {
            Schema schema = EventSchemas.of(type);
            int id = schemas.size() + 1;
            schemas.put(
                    id,
                    new RegisteredSchema(
                            id, schema.getFullName(), EventSchemas.fingerprintOf(type), schema.toString()));
        });
        return schemas;
    }
}
