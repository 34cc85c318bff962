package org.heliograph.standalone.kits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.heliograph.events.Tlp;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.Letter;
import org.heliograph.sharing.policy.Matrix;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.heliograph.sharing.policy.SigningKey;
import org.heliograph.standalone.Secrets;
import org.heliograph.standalone.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KitContentTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path DEPLOYED = Path.of("../../deploy/policy");
    private static final KitTemplates TEMPLATES = new KitTemplates(Path.of("../../deploy/client-kits"));
    private static final String SECRET = "a-secret-that-is-in-no-kit";
    private static final Policy POLICY = registered(PolicyCompiler.compile(DEPLOYED));

    @TempDir
    private Path folder;

    static Stream<String> parties() {
        return POLICY.parties().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("parties")
    void namesTheTopicsThatTheMatrixGivesThePartyAndNoOthers(String party) {
        SortedSet<String> expected = new TreeSet<>();
        for (Matrix.Row row : POLICY.matrix().rows()) {
            EventPolicy event = POLICY.events().get(row.event());
            if (event != null
                    && (row.cell(party).has(Letter.R) || row.cell(party).has(Letter.A))) {
                expected.add("inbox.%s.%s".formatted(party, event.family()));
            }
            if (event != null && event.floor() == Tlp.CLEAR) {
                expected.add("public." + event.type());
            }
        }

        JsonNode kit = JSON.readTree(files(party, KitLanguage.PYTHON).get("kit.json"));

        assertThat(texts(kit.get("topics"))).containsExactlyElementsOf(expected);
    }

    @Test
    void namesTheTopicOfAGrant() throws IOException {
        Path granting = Files.createDirectory(folder.resolve("policy"));
        for (String file : List.of("platform.yaml", "parties.yaml", "events.yaml", "declassifiers.yaml")) {
            Files.copy(DEPLOYED.resolve(file), granting.resolve(file));
        }
        Files.writeString(granting.resolve("grants.yaml"), """
                grants:
                  gr-1:
                    party: research
                    event: alert.route
                    purpose: PREVENTION_INFORMATION
                    legalBasis: Article 15
                    caseReference: any
                    requestedBy: duty officer
                    approvedBy: head of desk
                    from: 2026-11-01T00:00:00Z
                    until: 2026-12-01T00:00:00Z
                """);
        Policy granted = registered(PolicyCompiler.compile(granting));

        assertThat(KitContent.of(granted, "research", places("research")).topics())
                .containsKey("inbox.research.alerts");
        assertThat(KitContent.of(POLICY, "research", places("research")).topics())
                .doesNotContainKey("inbox.research.alerts");
    }

    @ParameterizedTest
    @EnumSource
    void hasASchemaOfItsOwnForEachEventOfItsTopics(KitLanguage language) {
        SortedMap<String, String> files = files("xb", language);

        KitContent content = KitContent.of(POLICY, "xb", places("xb"));
        List<String> carried = content.topics().values().stream()
                .flatMap(List::stream)
                .map(EventPolicy::schema)
                .distinct()
                .toList();
        JsonNode schemas = JSON.readTree(files.get("kit.json")).get("schemas");
        List<String> named = new ArrayList<>();
        schemas.forEach(schema -> {
            String definition = files.get(schema.get("file").asString());
            // Without anything else in the parser: it stands alone.
            assertThat(new Schema.Parser().parse(definition).getFullName())
                    .isEqualTo(schema.get("name").asString());
            assertThat(Objects.requireNonNull(
                                    POLICY.schemas().get(schema.get("id").asInt()))
                            .name())
                    .isEqualTo(schema.get("name").asString());
            named.add(schema.get("name").asString());
        });
        assertThat(named).containsExactlyInAnyOrderElementsOf(carried);
    }

    @Test
    void hasTheKeysOfThoseWhoseEventsCanReachTheParty() {
        JsonNode keys = JSON.readTree(files("xa-coastguard", KitLanguage.NODE).get("keys.json"))
                .get("keys");

        assertThat(keys.propertyNames()).contains("xa", "iom").doesNotContain("xa-protection", "xa-coastguard");
        assertThat(keys.at("/xa/keys/0/kid").asString()).isEqualTo("xa-1");
        assertThat(keys.at("/xa/keys/0").has("d")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoSecretAndSaysWhereItIs(KitLanguage language) throws IOException {
        KitFolder kit = new KitFolder(folder.resolve("kit"));

        kit.write(files("xa", language));

        List<Path> written = written(kit.path());
        assertThat(written).hasSizeGreaterThan(20);
        for (Path file : written) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain(SECRET, "{{");
        }
        assertThat(Files.readString(kit.path().resolve("README.md")))
                .contains(folder.resolve("secret").toString(), "| `inbox.xa.alerts` |", "/api/v1/incidents");
        assertThat(kit.path().resolve("examples/incident.report.json")).exists();
    }

    @Test
    void aFurtherSystemOfAPartyOnlyReads() {
        JsonNode kit = JSON.readTree(files("xa-fusion", KitLanguage.JAVA).get("kit.json"));

        assertThat(texts(kit.get("topics"))).contains("inbox.xa.alerts");
        assertThat(kit.get("party").asString()).isEqualTo("xa");
        assertThat(kit.get("keysEndpoint").isNull()).isTrue();
        assertThat(kit.get("cannotPublish").asString()).contains("xa-fusion only reads");
    }

    @Test
    void hasExamplesOfWhatThePartyMayPublishAndOfNothingElse() {
        assertThat(examples("xa"))
                .containsExactly(
                        "examples/alert.document-fraud.json",
                        "examples/coop.request.json",
                        "examples/incident.report.json");
        assertThat(examples("iom"))
                .containsExactly(
                        "examples/alert.route.json", "examples/coop.request.json", "examples/incident.report.json");
        assertThat(examples("unodc")).containsExactly("examples/alert.document-fraud.json");
        // It may send requests of another kind than that of the example.
        assertThat(examples("xb")).isEmpty();
        assertThat(examples("xc")).isEmpty();
    }

    private List<String> examples(String principal) {
        return files(principal, KitLanguage.NODE).keySet().stream()
                .filter(file -> file.startsWith("examples/"))
                .toList();
    }

    @Test
    void refusesWhoIsNoPrincipalOfAPartyAndNamesThoseThatAre() {
        for (String nobody : List.of("xz", "gate", "../xa", "")) {
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> KitContent.of(POLICY, nobody, places("xa")))
                    .withMessageContaining("'" + nobody + "'")
                    .withMessageContaining("xa-fusion");
        }
    }

    @Test
    void refusesWhatTheFirstPolicyKnowsNoSchemaOf() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> KitContent.of(PolicyCompiler.compile(DEPLOYED), "xb", places("xb"))
                        .files())
                .withMessageContaining("no registered schema");
    }

    @Test
    void writesIntoNoFolderThatHoldsSomething() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("notes.txt"), "mine");
        Path file = Files.writeString(folder.resolve("file"), "mine");

        for (Path place : List.of(taken, file)) {
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> new KitFolder(place).write(Map.of("README.md", "text")))
                    .withMessageContaining("is not empty");
        }

        assertThat(written(folder)).containsExactlyInAnyOrder(taken.resolve("notes.txt"), file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void leavesNothingWhereItCannotWriteAll() throws IOException {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new KitFolder(folder.resolve("kit")).write(Map.of("a", "text", "a/b", "text")));

        assertThat(written(folder)).isEmpty();
    }

    private SortedMap<String, String> files(String principal, KitLanguage language) {
        return TEMPLATES.files(KitContent.of(POLICY, principal, places(principal)), language);
    }

    private KitPlaces places(String principal) {
        try {
            return new KitPlaces(
                    "127.0.0.1:9092",
                    URI.create("http://127.0.0.1:9000/oauth2/token"),
                    URI.create("http://127.0.0.1:8081/apis/ccompat/v7"),
                    URI.create("http://127.0.0.1:8091"),
                    Optional.of(URI.create("http://127.0.0.1:8103")).filter(service -> !principal.equals("xc")),
                    Files.writeString(folder.resolve("secret"), SECRET));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> written(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("secret"))
                    .toList();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** As operations completes it, with schemas that have the right names. */
    private static Policy registered(Policy compiled) {
        Map<Integer, RegisteredSchema> schemas = new TreeMap<>();
        compiled.events().values().stream().map(EventPolicy::schema).distinct().forEach(name -> {
            int id = schemas.size() + 1;
            String definition = "{\"type\":\"record\",\"name\":\"%s\",\"fields\":[]}".formatted(name);
            schemas.put(id, new RegisteredSchema(id, name, "0".repeat(64), definition));
        });
        List<SigningKey> keys = compiled.parties().keySet().stream()
                .map(party -> new SigningKey(
                        party,
                        party + "-1",
                        Secrets.signingKey(party + "-1").toPublicJWK().toJSONString(),
                        Optional.empty()))
                .toList();
        return compiled.with(schemas, keys);
    }
}
