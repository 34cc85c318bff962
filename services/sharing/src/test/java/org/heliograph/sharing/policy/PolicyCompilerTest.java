package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

        assertThat(policy.families("xb")).containsExactly("alerts", "cooperation");
        assertThat(policy.families("xa-coastguard")).containsExactly("alerts");
        assertThat(policy.senders()).containsExactly("iom", "unodc", "xa", "xb");
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
    void findsEachFault(String file, Map<String, ?> change, String error) {
        files.change(file, change);

        assertThat(errors()).containsExactly(error);
    }

    static Stream<Arguments> faults() {
        String platform = "platform.yaml";
        String parties = "parties.yaml";
        String events = "events.yaml";
        String id = "lower-case letters, digits and '-', starting with a letter";
        return Stream.of(
                fault(platform, Map.of("partitions", 0), "platform.yaml: partitions: found 0, expected 1 to 1000"),
                fault(
                        platform,
                        Map.of("partitions", 1001),
                        "platform.yaml: partitions: found 1001, expected 1 to 1000"),
                fault(platform, nothing("retention"), "platform.yaml: retention: found nothing, expected a value"),
                fault(platform, nothing("principals"), "platform.yaml: principals: found nothing, expected a value"),
                fault(
                        platform,
                        Map.of("retention", nothing("outbox")),
                        "platform.yaml: retention.outbox: found nothing, expected a value"),
                fault(
                        platform,
                        Map.of("retention", Map.of("receipts", "PT0S")),
                        "platform.yaml: retention.receipts: found PT0S, expected a positive ISO 8601 duration such as P90D"),
                fault(
                        platform,
                        Map.of("retention", Map.of("audit", "P-1D")),
                        "platform.yaml: retention.audit: found PT-24H, expected a positive ISO 8601 duration such as P90D"),
                fault(
                        platform,
                        Map.of("retention", nothing("recalled")),
                        "platform.yaml: retention.recalled: found nothing, expected a value"),
                fault(
                        platform,
                        Map.of("principals", nothing("gate")),
                        "platform.yaml: principals.gate: found nothing, expected a value"),
                fault(
                        platform,
                        Map.of("principals", nothing("operations")),
                        "platform.yaml: principals.operations: found nothing, expected a value"),
                fault(
                        platform,
                        Map.of("principals", nothing("auditor")),
                        "platform.yaml: principals.auditor: found nothing, expected a value"),
                fault(
                        platform,
                        Map.of("principals", Map.of("auditor", "gate")),
                        "platform.yaml: principals.auditor: found gate, expected a principal that is not taken; it belongs to platform.yaml: principals.gate"),
                fault(
                        platform,
                        Map.of("principals", Map.of("gate", "The Gate")),
                        "platform.yaml: principals.gate: found The Gate, expected " + id),
                fault(
                        platform,
                        Map.of("principals", Map.of("gate", "broker")),
                        "platform.yaml: principals.gate: found broker, expected a principal that is not taken; it belongs to the broker itself"),
                fault(parties, parties("xa", "name", null), "parties.yaml: xa.name: found nothing, expected a value"),
                fault(
                        parties,
                        parties("xa", "clearance", null),
                        "parties.yaml: xa.clearance: found nothing, expected a value"),
                fault(parties, parties("xa", "lanes", null), "parties.yaml: xa.lanes: found nothing, expected a value"),
                fault(
                        parties,
                        parties("xa", "purposes", null),
                        "parties.yaml: xa.purposes: found nothing, expected a value"),
                fault(parties, parties("xb", "kind", null), "parties.yaml: xb.kind: found nothing, expected a value"),
                fault(
                        parties,
                        parties("xb", "authority", null),
                        "parties.yaml: xb.authority: found nothing, expected a value"),
                fault(
                        parties,
                        parties("xb", "authority", "xa"),
                        "parties.yaml: xb.authority: found xa, expected its own id, since it is no client"),
                fault(
                        parties,
                        parties("xa-coastguard", "authority", "xa-coastguard"),
                        "parties.yaml: xa-coastguard.authority: found xa-coastguard, expected the id of a party that is no client"),
                fault(
                        parties,
                        parties("xa-coastguard", "authority", "xz"),
                        "parties.yaml: xa-coastguard.authority: found xz, expected the id of a party that is no client"),
                fault(
                        parties,
                        parties("xb", "systems", List.of("xa-fusion")),
                        "parties.yaml: xb.systems: found xa-fusion, expected a principal that is not taken; it belongs to parties.yaml: xa.systems"),
                fault(
                        parties,
                        parties("xb", "systems", List.of("xa")),
                        "parties.yaml: xb.systems: found xa, expected a principal that is not taken; it belongs to parties.yaml: xa"),
                fault(
                        parties,
                        parties("xb", "systems", List.of("gate")),
                        "parties.yaml: xb.systems: found gate, expected a principal that is not taken; it belongs to platform.yaml: principals.gate"),
                fault(
                        parties,
                        parties("xb", "systems", List.of("XB Fusion")),
                        "parties.yaml: xb.systems: found XB Fusion, expected " + id),
                fault(
                        parties,
                        Map.of("parties", Map.of("xb.c", client())),
                        "parties.yaml: xb.c: found xb.c, expected " + id),
                fault(
                        parties,
                        Map.of("parties", Map.of("gate", client())),
                        "parties.yaml: gate: found gate, expected a principal that is not taken; it belongs to platform.yaml: principals.gate"),
                fault(
                        parties,
                        Map.of("parties", nothing("xc")),
                        "parties.yaml: parties.xc: found nothing, expected a value"),
                fault(events, nothing("events"), "events.yaml: events: found none, expected at least one"),
                fault(
                        events,
                        Map.of("events", nothing("alert.two")),
                        "events.yaml: events.alert.two: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "schema", null),
                        "events.yaml: alert.route.schema: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "lane", null),
                        "events.yaml: alert.route.lane: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "personalData", null),
                        "events.yaml: alert.route.personalData: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "purposes", null),
                        "events.yaml: alert.route.purposes: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "purposes", List.of()),
                        "events.yaml: alert.route.purposes: found none, expected at least one purpose"),
                fault(
                        events,
                        events("alert.route", "family", null),
                        "events.yaml: alert.route.family: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "family", "a.b"),
                        "events.yaml: alert.route.family: found a.b, expected " + id),
                fault(
                        events,
                        events("alert.route", "family", "receipts"),
                        "events.yaml: alert.route.family: found receipts, expected another name: receipts are the gate's"),
                fault(
                        events,
                        events("alert.route", "floor", null),
                        "events.yaml: alert.route.floor: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "default", null),
                        "events.yaml: alert.route.default: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "default", "CLEAR"),
                        "events.yaml: alert.route.default: found CLEAR, expected the floor GREEN or stricter"),
                fault(
                        events,
                        events("alert.route", "publishers", null),
                        "events.yaml: alert.route.publishers: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "publishers", List.of("iom", "xz")),
                        "events.yaml: alert.route.publishers: found xz, expected one of [iom, unodc, xa, xa-coastguard, xb]"),
                fault(
                        events,
                        events("alert.route", "receivers", null),
                        "events.yaml: alert.route.receivers: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "receivers", Map.of("xz", "NAMED")),
                        "events.yaml: alert.route.receivers: found xz, expected one of [iom, unodc, xa, xa-coastguard, xb]"),
                fault(
                        events,
                        events("alert.route", "receivers", nothing("xb")),
                        "events.yaml: alert.route.receivers.xb: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "retention", null),
                        "events.yaml: alert.route.retention: found nothing, expected a value"),
                fault(
                        events,
                        events("alert.route", "retention", "PT0S"),
                        "events.yaml: alert.route.retention: found PT0S, expected a positive ISO 8601 duration such as P90D"),
                fault(
                        events,
                        events("coop.event", "retention", "P30D"),
                        "events.yaml: coop.request.retention: found PT10920H, expected PT720H as for coop.event: a family is one class of retention"),
                fault(
                        events,
                        events("coop.event", "schema", "org.heliograph.events.CoopRequest"),
                        "events.yaml: coop.request.schema: found org.heliograph.events.CoopRequest, expected a schema of its own; it belongs to coop.event"),
                fault(
                        events,
                        Map.of("events", Map.of("alert", event())),
                        "events.yaml: alert: found alert, expected a name such as alert.route"));
    }

    private List<String> errors() {
        InvalidPolicyException invalid =
                catchThrowableOfType(InvalidPolicyException.class, () -> PolicyCompiler.compile(folder));
        return invalid == null ? List.of("no error at all") : invalid.errors();
    }

    private static Arguments fault(String file, Map<String, ?> change, String error) {
        return Arguments.of(file, change, error);
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

    private static Map<String, ?> client() {
        return Map.of(
                "name", "Police of State XB",
                "kind", "CLIENT",
                "authority", "xb",
                "clearance", "GREEN",
                "lanes", List.of("OPERATIONAL"),
                "purposes", List.of("OPERATIONAL_LE"));
    }

    private static Map<String, ?> event() {
        return Map.of(
                "schema", "org.heliograph.events.Other",
                "family", "others",
                "lane", "OPERATIONAL",
                "floor", "GREEN",
                "default", "GREEN",
                "purposes", List.of("OPERATIONAL_LE"),
                "publishers", List.of("iom"),
                "receivers", Map.of("xa", "NAMED"),
                "personalData", false,
                "retention", "P90D");
    }
}
