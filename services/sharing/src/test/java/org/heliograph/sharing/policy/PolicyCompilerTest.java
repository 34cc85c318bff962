package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heliograph.events.Tlp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PolicyCompilerTest {

    @TempDir
    private Path folder;

    private PolicyFiles files = new PolicyFiles(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void copyTheDeployedFiles() {
        files = new PolicyFiles(folder);
    }

    @Test
    void compilesTheDeployedPolicy() {
        Policy policy = files.compile();

        assertThat(policy.version()).matches("[0-9a-f]{64}");
        assertThat(policy.platform().partitions()).isEqualTo(6);
        assertThat(policy.platform().principals().all()).containsExactly("auditor", "gate", "operations");
        assertThat(policy.parties()).containsOnlyKeys("iom", "unodc", "xa", "xa-coastguard", "xb");
        assertThat(policy.event("alert.route")).hasValueSatisfying(event -> {
            assertThat(event.floor()).isEqualTo(Tlp.GREEN);
            assertThat(event.retention()).isEqualTo(Duration.ofDays(90));
            assertThat(event.reception("xa-coastguard")).contains(Reception.NAMED);
            assertThat(event.reception("nobody")).isEmpty();
        });
        assertThat(policy.schemas()).isEmpty();
    }

    @Test
    void knowsFamiliesAndSendersOfEachParty() {
        Policy policy = files.compile();

        assertThat(policy.families("xb")).containsExactly("alerts", "cooperation", "incidents", "statistics");
        assertThat(policy.families("xa-coastguard")).containsExactly("alerts");
        assertThat(policy.senders()).containsExactly("iom", "unodc", "xa", "xb");
    }

    @Test
    void givesEachEventThatMayBeClearAPublicTopic() {
        Policy deployed = files.compile();
        Policy widened = files.change("events.yaml", events("alert.route", "floor", "CLEAR"))
                .compile();

        assertThat(deployed.publicTopics()).containsExactly("public.research.observation");
        assertThat(widened.publicTopics()).containsExactly("public.alert.route", "public.research.observation");
    }

    @Test
    void aClientThatMaySendIsASender() {
        Policy policy = files.change(
                        "events.yaml", events("alert.route", "publishers", List.of("iom", "xa-coastguard")))
                .compile();

        assertThat(policy.senders()).contains("xa-coastguard");
    }

    @Test
    void tellsAllErrorsOfAllFilesAtOnce() {
        files.change("platform.yaml", Map.of("partitions", 0))
                .change("parties.yaml", parties("xa", "name", null))
                .change("events.yaml", events("alert.route", "family", "Alerts"));

        assertThat(errors())
                .satisfiesExactlyInAnyOrder(
                        error -> assertThat(error).startsWith("platform.yaml: partitions: found 0"),
                        error -> assertThat(error).startsWith("parties.yaml: xa.name: found nothing"),
                        error -> assertThat(error).startsWith("events.yaml: alert.route.family: found Alerts"));
    }

    @Test
    void needsParties() {
        files.change("parties.yaml", nothing("parties"));

        assertThat(errors()).contains("parties.yaml: parties: found none, expected at least one");
    }

    @Test
    void tellsOfEachFileThatIsMissing() throws Exception {
        Files.delete(folder.resolve("platform.yaml"));
        Files.delete(folder.resolve("events.yaml"));

        assertThat(errors())
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("platform.yaml: cannot be read"),
                        error -> assertThat(error).startsWith("events.yaml: cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void namesTheLineThatCannotBeRead(String file, String content, String error) {
        files.write(file, content);

        assertThat(errors()).singleElement().asString().startsWith(file + ":").contains(error);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("parties.yaml", "parties: [", "parties.yaml:"),
                Arguments.of(
                        "parties.yaml",
                        "parties:\n  xa: {clearence: GREEN}\n",
                        ":2: parties.xa.clearence: Unrecognized property"),
                Arguments.of("parties.yaml", "parties:\n  xa: {clearance: PURPLE}\n", "PURPLE"),
                Arguments.of("parties.yaml", "parties:\n  xa: {name: A}\n  xa: {name: B}\n", "uplicate"),
                Arguments.of("events.yaml", "events:\n  alert.route: {retention: ninety days}\n", "ninety days"),
                Arguments.of("events.yaml", "events:\n  alert.route: {lane: [OPERATIONAL]}\n", "Lane"),
                Arguments.of("events.yaml", "", "events.yaml"),
                Arguments.of(
                        "parties.yaml", "parties:\n  xa: {lanes: [OPERATIONAL, null]}\n", ":2: parties.xa.lanes: "),
                Arguments.of("events.yaml", "null", "events.yaml: found nothing"),
                Arguments.of("platform.yaml", "retention: {outbox: P7D}\n", "partitions: "));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsEachFault(Fault fault) {
        files.change(fault.file(), fault.change());

        assertThat(errors()).containsExactly(fault.error());
    }

    static List<Fault> faults() throws IOException {
        String faults = Files.readString(Path.of("src/test/resources/policy-faults.yaml"));
        return List.of(new YAMLMapper().readValue(faults, Fault[].class));
    }

    /**
     * A policy that is wrong.
     *
     * @param change put over the deployed file
     * @param error the one line that tells it
     */
    record Fault(String file, JsonNode change, String error) {}

    private List<String> errors() {
        InvalidPolicyException invalid =
                catchThrowableOfType(InvalidPolicyException.class, () -> PolicyCompiler.compile(folder));
        return invalid == null ? List.of("no error at all") : invalid.errors();
    }

    private static Map<String, ?> parties(String party, String field, @Nullable Object value) {
        return Map.of("parties", Map.of(party, field(field, value)));
    }

    private static Map<String, ?> events(String type, String field, @Nullable Object value) {
        return Map.of("events", Map.of(type, field(field, value)));
    }

    private static Map<String, ?> nothing(String field) {
        return field(field, null);
    }

    private static Map<String, @Nullable Object> field(String field, @Nullable Object value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(field, value);
        return map;
    }
}
