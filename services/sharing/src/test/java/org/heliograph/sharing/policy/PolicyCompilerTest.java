package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.policyfiles.PolicyFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PolicyCompilerTest {

    private static final Map<String, String> GRANT = Map.ofEntries(
            Map.entry("party", "research"),
            Map.entry("event", "alert.route"),
            Map.entry("purpose", "PREVENTION_INFORMATION"),
            Map.entry("legalBasis", "Agreement on data, article 4"),
            Map.entry("caseReference", "any"),
            Map.entry("requestedBy", "research data steward"),
            Map.entry("approvedBy", "iom data protection officer"),
            Map.entry("from", "2026-01-01T00:00:00Z"),
            Map.entry("until", "2027-01-02T00:00:00Z"));

    @TempDir
    private Path folder;

    private PolicyFiles files = new PolicyFiles(Path.of(System.getProperty("java.io.tmpdir")));

    @BeforeEach
    void copyTheDeployedFiles() {
        files = new PolicyFiles(folder);
    }

    @Test
    void compilesTheDeployedPolicy() {
        Policy policy = PolicyCompiler.compile(files.folder());

        assertThat(policy.version()).matches("[0-9a-f]{64}");
        assertThat(policy.platform().partitions()).isEqualTo(6);
        assertThat(policy.platform().principals().all()).containsExactly("auditor", "gate", "operations");
        assertThat(policy.event("alert.route")).hasValueSatisfying(event -> {
            assertThat(event.floor()).isEqualTo(Tlp.GREEN);
            assertThat(event.retention()).isEqualTo(Duration.ofDays(90));
            assertThat(event.reception("xa-coastguard")).contains(Reception.NAMED);
            assertThat(event.reception("research")).isEmpty();
            assertThat(event.publishers()).contains("xa").doesNotContain("xb", "xc", "research");
        });
        assertThat(policy.schemas()).isEmpty();
    }

    @Test
    void takesFromTheRoleWhatAPartyDoesNotStateNarrower() {
        Policy policy = PolicyCompiler.compile(files.change("parties.yaml", parties("xc", "clearance", "GREEN"))
                .folder());

        assertThat(policy.parties().get("xb")).satisfies(party -> {
            assertThat(party.kind()).isEqualTo(PartyKind.STATE);
            assertThat(party.authority()).isEqualTo("xb");
            assertThat(party.clearance()).isEqualTo(Tlp.AMBER_STRICT);
        });
        assertThat(policy.parties().get("xc")).satisfies(party -> {
            assertThat(party.clearance()).isEqualTo(Tlp.GREEN);
            assertThat(party.lanes()).isEqualTo(party(policy, "xb").lanes());
        });
        assertThat(party(policy, "iom-field-east").authority()).isEqualTo("iom");
        assertThat(party(policy, "iom-protection").authority()).isEqualTo("iom-protection");
    }

    @Test
    void knowsFamiliesAndSendersOfEachParty() {
        Policy policy = PolicyCompiler.compile(files.folder());

        assertThat(policy.families("xb")).contains("alerts", "cooperation", "incidents", "statistics");
        assertThat(policy.families("xb")).doesNotContain("protection");
        assertThat(policy.families("xa-coastguard")).contains("alerts").doesNotContain("incidents");
        assertThat(policy.senders()).contains("iom", "xb", "research").doesNotContain("xa-coastguard");
    }

    @Test
    void givesEachEventThatMayBeClearAPublicTopic() {
        Policy deployed = PolicyCompiler.compile(files.folder());
        Policy widened = PolicyCompiler.compile(files.change("events.yaml", events("alert.route", "floor", "CLEAR"))
                .folder());

        assertThat(deployed.publicTopics())
                .contains("public.research.observation")
                .doesNotContain("public.alert.route");
        assertThat(widened.publicTopics()).contains("public.alert.route", "public.research.observation");
    }

    @Test
    void aClientThatMaySendIsASender() {
        Policy policy = PolicyCompiler.compile(
                files.change("events.yaml", events("incident.report", "access", Map.of("client", "P")))
                        .folder());

        assertThat(policy.senders()).contains("xa-coastguard");
    }

    @Test
    void hasTermsForTheVariantOfAValueAndNoneForAnother() {
        EventPolicy event =
                PolicyCompiler.compile(files.folder()).event("coop.request").orElseThrow();

        assertThat(event.terms("RETURN_FACILITATION")).hasValueSatisfying(terms -> {
            assertThat(terms.publishers()).containsExactly("iom", "iom-field-east", "xa");
            assertThat(terms.receivers()).containsOnlyKeys("iom", "iom-field-east", "xa", "xb", "xc");
            assertThat(terms.purposes()).containsExactly(Purpose.RETURN_REINTEGRATION);
        });
        assertThat(event.terms("PROTECTION_REFERRAL")).isEmpty();
        assertThat(event.terms("UNKNOWN")).isEmpty();
        assertThat(event.terms(null)).isEmpty();
        assertThat(event.publishers()).contains("research", "xb");
    }

    @Test
    void letsWhoIsAskedAnswerInThatVariantAlone() {
        EventPolicy event =
                PolicyCompiler.compile(files.folder()).event("coop.event").orElseThrow();

        assertThat(event.terms("MLA_PREPARATION").orElseThrow().publishers())
                .contains("xb", "xc")
                .doesNotContain("research");
        assertThat(event.terms("LEGISLATIVE_ASSISTANCE").orElseThrow().publishers())
                .contains("unodc", "unodc-field-south")
                .doesNotContain("xb");
        assertThat(event.terms("RESEARCH_DATA").orElseThrow().publishers()).contains("research", "iom-field-east");
        assertThat(event.terms("RETURN_FACILITATION").orElseThrow().publishers())
                .doesNotContain("unodc");
    }

    @Test
    void listsTheCrossingsOfTheFirewallByParty() {
        assertThat(PolicyCompiler.compile(files.folder()).declassifiers().get("referral-status"))
                .satisfies(crossing -> {
                    assertThat(crossing.from()).containsExactly("iom-protection");
                    assertThat(crossing.to()).containsExactly("unodc-field-south-referrals", "xa-protection");
                    assertThat(crossing.kind()).isEqualTo(Declassifier.Kind.STATUS);
                });
    }

    @Test
    void readsGrantsAndGivesTheGranteeTheInboxThatItNeeds() {
        Policy before = PolicyCompiler.compile(files.folder());
        Policy policy = PolicyCompiler.compile(files.change("grants.yaml", Map.of("grants", Map.of("g-1", GRANT)))
                .folder());

        assertThat(before.families("research")).doesNotContain("alerts");
        assertThat(policy.families("research")).contains("alerts");
        assertThat(policy.grants("research", "incident.report")).isEmpty();
        assertThat(policy.grants("research", "alert.route")).singleElement().satisfies(grant -> {
            assertThat(grant.isInForce(Instant.parse("2025-12-31T23:59:59Z"))).isFalse();
            assertThat(grant.isInForce(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
            assertThat(grant.isInForce(Instant.parse("2027-01-02T00:00:00Z"))).isFalse();
            assertThat(grant.covers(Tlp.AMBER)).isTrue();
            assertThat(grant.isFor("exercise:anything")).isTrue();
        });
    }

    @Test
    void tellsAllErrorsOfAllFilesAtOnceInTheOrderOfTheFiles() {
        files.change("platform.yaml", Map.of("partitions", 0))
                .change("parties.yaml", parties("xa", "name", null))
                .change("events.yaml", events("alert.route", "family", "Alerts"));

        assertThat(errors())
                .satisfiesExactly(
                        error -> assertThat(error).matches("platform.yaml:\\d+: partitions: found 0, .*"),
                        error -> assertThat(error).matches("parties.yaml:\\d+: xa.name: found nothing, .*"),
                        error -> assertThat(error).matches("events.yaml:\\d+: alert.route.family: found Alerts, .*"));
    }

    @Test
    void tellsAnErrorInOneLineWhateverTheFileSays() {
        String marking = "GREEN\nevents.yaml:1: all is well\r\u0085\u2028\u001b[2K";
        files.change("parties.yaml", parties("xc", "clearance", marking));

        assertThat(errors())
                .singleElement()
                .asString()
                .contains("found GREEN\\u000aevents.yaml:1: all is well\\u000d\\u0085\\u2028\\u001b[2K, expected");
    }

    @Test
    void tellsOfEachFileThatIsMissing() throws Exception {
        Files.delete(folder.resolve("platform.yaml"));
        Files.delete(folder.resolve("grants.yaml"));

        assertThat(errors())
                .satisfiesExactly(
                        error -> assertThat(error).startsWith("platform.yaml: cannot be read"),
                        error -> assertThat(error).startsWith("grants.yaml: cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsEachFault(Fault fault) {
        files.change(fault.file(), fault.change());

        assertThat(errors().stream().map(error -> error.replaceFirst("yaml:\\d+:", "yaml:")))
                .containsExactlyInAnyOrder(fault.error().split(" \\| "));
    }

    static List<Fault> faults() throws IOException {
        String faults = Files.readString(Path.of("src/test/resources/policy-faults.yaml"));
        return List.of(new YAMLMapper().readValue(faults, Fault[].class));
    }

    /**
     * A policy that is wrong.
     *
     * @param change put over the deployed file
     * @param error the line that tells it, without its number; lines are parted by {@code |}
     */
    record Fault(String file, JsonNode change, String error) {}

    private List<String> errors() {
        InvalidPolicyException invalid =
                catchThrowableOfType(InvalidPolicyException.class, () -> PolicyCompiler.compile(folder));
        return invalid == null ? List.of("no error at all") : invalid.errors();
    }

    private static Party party(Policy policy, String id) {
        return Objects.requireNonNull(policy.parties().get(id));
    }

    private static Map<String, ?> parties(String party, String field, @Nullable Object value) {
        return Map.of("parties", Map.of(party, field(field, value)));
    }

    private static Map<String, ?> events(String type, String field, @Nullable Object value) {
        return Map.of("events", Map.of(type, field(field, value)));
    }

    private static Map<String, @Nullable Object> field(String field, @Nullable Object value) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(field, value);
        return map;
    }
}
