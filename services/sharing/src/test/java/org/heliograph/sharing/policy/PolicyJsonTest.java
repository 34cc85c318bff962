package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.heliograph.policyfiles.PolicyFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyJsonTest {

    private static final RegisteredSchema SCHEMA =
            new RegisteredSchema(7, "org.heliograph.events.AlertRoute", "00ff", "{\"type\":\"record\"}");
    private static final SigningKey XA = new SigningKey("xa", "xa-1", "{\"kty\":\"EC\"}", Optional.empty());
    private static final SigningKey XB =
            new SigningKey("xb", "xb-1", "{\"kty\":\"EC\"}", Optional.of(Instant.parse("2026-03-01T09:00:00Z")));

    @TempDir
    private Path folder;

    private PolicyFiles files = new PolicyFiles(Path.of(System.getProperty("java.io.tmpdir")));
    private Policy policy = PolicyCompiler.compile(files.folder());

    @BeforeEach
    void compile() {
        files = new PolicyFiles(folder);
        policy = PolicyCompiler.compile(files.folder()).with(Map.of(7, SCHEMA), List.of(XA, XB));
    }

    @Test
    void readsWhatItWrites() {
        assertThat(PolicyJson.read(PolicyJson.write(policy))).isEqualTo(policy);
    }

    @Test
    void givesTheSamePolicyTheSameTextHoweverItWasPutTogether() {
        Policy again =
                PolicyCompiler.compile(files.folder()).with(new TreeMap<>(Map.of(7, SCHEMA)), Arrays.asList(XB, XA));

        assertThat(PolicyJson.write(again)).isEqualTo(PolicyJson.write(policy));
        assertThat(again.version()).isEqualTo(policy.version());
    }

    @Test
    void doesNotCareForOrderAndCommentsOfTheFiles() {
        String before = PolicyCompiler.compile(files.folder()).version();

        files.replace("events.yaml", "iom-field: P A", "iom-field:   PA # both");

        assertThat(PolicyCompiler.compile(files.folder()).version()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "platform.yaml | P730D | P731D",
                "parties.yaml | State XB | State XD",
                "parties.yaml | xa-fusion | xa-fusion-2",
                "events.yaml | client: \"A\" | client: \"-\"",
                "events.yaml | default: \"AMBER_STRICT\" | default: \"AMBER\"",
                "declassifiers.yaml | \"gate\" | \"key-holder\"",
                "events.yaml | alerts | warnings"
            })
    void givesADifferentPolicyAnotherVersion(String file, String from, String to) {
        String before = PolicyCompiler.compile(files.folder()).version();

        files.change(file, Map.of()).replace(file, from, to);

        assertThat(PolicyCompiler.compile(files.folder()).version()).isNotEqualTo(before);
    }

    @Test
    void coversSchemasAndKeysByTheVersion() {
        assertThat(policy.with(Map.of(), List.of(XA, XB)).version()).isNotEqualTo(policy.version());
        assertThat(policy.with(Map.of(7, SCHEMA), List.of(XA)).version()).isNotEqualTo(policy.version());
    }

    /** A version of before parties could be suspended and keys could end has neither field, and is read by its hash. */
    @Test
    void writesSuspensionAndEndOfAKeyOnlyWhereThereIsOne() {
        String suspended = PolicyJson.write(PolicyCompiler.compile(files.change(
                        "parties.yaml", Map.of("parties", Map.of("xb", Map.of("suspended", true))))
                .folder()));

        assertThat(PolicyJson.write(policy)).doesNotContain("suspended").containsOnlyOnce("\"until\":\"2026-03-01");
        assertThat(suspended).containsOnlyOnce("\"suspended\":true");
        assertThat(PolicyJson.read(suspended).suspendedParties()).containsExactly("xb");
    }

    @Test
    void refusesAPolicyThatWasChangedOnItsWay() {
        String tampered = PolicyJson.write(policy).replace("\"clearance\":\"AMBER\"", "\"clearance\":\"RED\"");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicyJson.read(tampered))
                .withMessageContaining(policy.version())
                .withMessageContaining("has the content of");
    }

    @Test
    void refusesAPolicyUnderAnotherVersion() {
        String renamed = PolicyJson.write(policy).replace(policy.version(), "0".repeat(64));

        assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(() -> PolicyJson.read(renamed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"version\":\"\"}", "not json", "{\"version\":1,\"more\":2}"})
    void refusesWhatIsNoPolicy(String text) {
        assertThatExceptionOfType(InvalidPolicyException.class).isThrownBy(() -> PolicyJson.read(text));
    }
}
