package org.heliograph.operations.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.events.Lane;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;
import org.heliograph.policyfiles.PolicyFiles;
import org.heliograph.sharing.policy.EventPolicy;
import org.heliograph.sharing.policy.InvalidPolicyException;
import org.heliograph.sharing.policy.Party;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyCompiler;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.Reception;
import org.heliograph.sharing.policy.SigningKey;
import org.heliograph.sharing.policy.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesTest {

    private final Policy compiled = PolicyCompiler.compile(PolicyFiles.DEPLOYED);
    private final SortedMap<String, String> versions = new TreeMap<>();

    @TempDir
    private Path keys;

    private Candidates candidates;

    @BeforeEach
    void create() {
        candidates = new Candidates(new PolicyProperties(PolicyFiles.DEPLOYED, keys), () -> versions);
    }

    @Test
    void compilesTheFilesThatAreGiven() {
        Map<String, String> files = PolicyFiles.ofBuild()
                .replace("platform.yaml", "requests: 200", "requests: 300")
                .texts();

        assertThat(of(files, null).compiled().platform().quotas().requests()).isEqualTo(300);
        assertThat(of(null, null).compiled()).isEqualTo(compiled);
    }

    @Test
    void takesNoFileThatCouldLieElsewhere() {
        Map<String, String> files = PolicyFiles.ofBuild().texts();
        files.put("../events.yaml", "");

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> of(files, null))
                .withMessageContaining("'../events.yaml'");
    }

    @Test
    void goesBackToAVersionWithTheKeysOfToday() {
        Policy old = compiled.with(Map.of(), List.of(new SigningKey("xa", "xa-stolen", "{}", Optional.empty())));
        versions.put(old.version(), PolicyJson.write(old));

        Candidate back = of(null, old.version().substring(0, 8));

        assertThat(back.compiled().version()).isEqualTo(old.version());
        assertThat(back.keys()).isEmpty();
    }

    @Test
    void doesNotGuessWhichVersionIsMeant() {
        versions.put("aaaaaaaa1", "");
        versions.put("aaaaaaaa2", "");

        assertThatExceptionOfType(UnknownVersionException.class)
                .isThrownBy(() -> of(null, "aaaaaaaa"))
                .withMessageStartingWith("2 versions begin with");
        assertThatExceptionOfType(UnknownVersionException.class)
                .isThrownBy(() -> of(null, "bbbbbbbb"))
                .withMessageStartingWith("0 versions begin with");
        assertThatExceptionOfType(UnknownVersionException.class).isThrownBy(() -> of(null, ""));
    }

    @Test
    void takesNoPolicyThatLeaksThroughTheProtectionFirewall() {
        Policy leaky = leaky(compiled);
        versions.put(leaky.version(), PolicyJson.write(leaky));

        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> of(null, leaky.version()))
                .withMessageContaining("The firewall leaks: ")
                .withMessageContaining("xb");
    }

    /** As no file can say it: XB takes part in the walled lane, and gets what is sent in it. */
    private static Policy leaky(Policy policy) {
        SortedMap<String, Party> parties = new TreeMap<>(policy.parties());
        parties.computeIfPresent(
                "xb",
                (id, xb) -> new Party(
                        id,
                        xb.name(),
                        xb.role(),
                        xb.kind(),
                        xb.authority(),
                        Tlp.RED,
                        EnumSet.allOf(Lane.class),
                        EnumSet.allOf(Purpose.class),
                        xb.systems(),
                        xb.suspended()));
        SortedMap<String, EventPolicy> events = new TreeMap<>(policy.events());
        events.computeIfPresent("protection.referral", (type, event) -> {
            SortedMap<String, Reception> receivers = new TreeMap<>(event.receivers());
            receivers.put("xb", Reception.NAMED);
            return new EventPolicy(
                    type,
                    event.schema(),
                    event.family(),
                    event.lane(),
                    event.floor(),
                    event.defaultMarking(),
                    new Terms(event.all().access(), event.purposes(), event.publishers(), receivers),
                    event.accessFromAmber(),
                    event.variants(),
                    event.personalData(),
                    event.retention());
        });
        return new Policy(
                        "",
                        policy.platform(),
                        parties,
                        events,
                        policy.grants(),
                        policy.declassifiers(),
                        policy.auditAccess(),
                        policy.schemas(),
                        policy.signingKeys())
                .with(policy.schemas(), policy.signingKeys());
    }

    private Candidate of(@Nullable Map<String, String> files, @Nullable String rollbackTo) {
        return candidates.of(new PolicyRequest(files, rollbackTo));
    }
}
