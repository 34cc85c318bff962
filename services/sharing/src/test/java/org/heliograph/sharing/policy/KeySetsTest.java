package org.heliograph.sharing.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.policyfiles.PolicyFiles;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class KeySetsTest {

    private final Policy policy = PolicyCompiler.compile(PolicyFiles.DEPLOYED)
            .with(
                    Map.of(),
                    List.of(
                            key("xa", "xa-1", Optional.of(Instant.parse("2026-11-01T00:00:00Z"))),
                            key("xa", "xa-2", Optional.empty()),
                            key("iom-protection", "iom-protection-1", Optional.empty()),
                            key("xa-protection", "xa-protection-1", Optional.empty())));

    @Test
    void areThoseOfWhomThePartyCanHearAndOfNobodyElse() {
        assertThat(KeySets.neededBy(policy, "xb").keys()).containsOnlyKeys("xa");
        assertThat(KeySets.neededBy(policy, "xa-coastguard").keys()).containsOnlyKeys("xa");
        assertThat(KeySets.neededBy(policy, "iom-protection").keys()).containsKeys("xa-protection", "xa");
        assertThat(KeySets.neededBy(policy, "xb").policyVersion()).isEqualTo(policy.version());
    }

    @Test
    void holdKeysThatHaveEndedWithTheirEnd() {
        List<ObjectNode> keys = KeySets.neededBy(policy, "xb").keys().values().stream()
                .flatMap(set -> set.keys().stream())
                .toList();

        assertThat(keys)
                .satisfiesExactly(
                        ended -> {
                            assertThat(ended.get("kid").asString()).isEqualTo("xa-1");
                            assertThat(ended.get("exp").asLong()).isEqualTo(1_793_491_200L);
                        },
                        good -> {
                            assertThat(good.get("kid").asString()).isEqualTo("xa-2");
                            assertThat(good.has("exp")).isFalse();
                        });
    }

    @Test
    void originatorsAreThoseWhoPublishWhatThePartyMayReceive() {
        assertThat(policy.originators("xb")).contains("iom", "xa", "unodc").doesNotContain("iom-protection");
        assertThat(policy.originators("unodc-field-south-referrals")).contains("iom-protection");
    }

    private static SigningKey key(String party, String kid, Optional<Instant> until) {
        String jwk = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"x\",\"y\":\"y\"}".formatted(kid);
        return new SigningKey(party, kid, jwk, until);
    }
}
