package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heliograph.gate.PolicyLog.Outcome;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.SigningKey;
import org.junit.jupiter.api.Test;

class PolicyLogTest {

    private final Policy policy = new Platform().policy();
    private final String version = policy.version();
    private final PolicyLog log = new PolicyLog();

    @Test
    void adoptsTheVersionThatTheHeadNamesInWhateverOrderTheyCome() {
        log.head("head", version);
        assertRejected(log.settle());

        log.version(version, PolicyJson.write(policy));

        assertThat(log.settle())
                .isInstanceOfSatisfying(
                        Outcome.Adopted.class,
                        adopted -> assertThat(adopted.policy().version()).isEqualTo(version));
    }

    @Test
    void doesNotLookAgainWhileNothingChanges() {
        log.version(version, PolicyJson.write(policy));
        log.head("head", version);
        log.settle();

        assertThat(log.settle()).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void adoptsNothingWithoutAHead() {
        log.version(version, PolicyJson.write(policy));

        assertRejected(log.settle());
    }

    @Test
    void adoptsOnlyAHeadUnderItsOwnKey() {
        log.version(version, PolicyJson.write(policy));
        log.head("other", version);

        assertRejected(log.settle());
    }

    @Test
    void adoptsNoVersionThatWasChanged() {
        log.version(version, PolicyJson.write(policy).replace("\"AMBER_STRICT\"", "\"RED\""));
        log.head("head", version);

        assertRejected(log.settle());
    }

    @Test
    void adoptsNoVersionUnderTheNameOfAnother() {
        String other = "f".repeat(64);
        log.version(other, PolicyJson.write(policy));
        log.head("head", other);

        assertRejected(log.settle());
    }

    @Test
    void adoptsNoVersionThatWasRemoved() {
        log.version(version, PolicyJson.write(policy));
        log.version(version, null);
        log.head("head", version);

        assertRejected(log.settle());
    }

    @Test
    void adoptsNoVersionByWhichItCannotJudge() {
        Policy withoutSchemas = policy.with(Map.of(), policy.signingKeys());
        Policy withBrokenKey = policy.with(
                Platform.registered(), List.of(new SigningKey("xa", "xa-1", "{\"kty\":\"EC\"}", Optional.empty())));

        for (Policy unusable : List.of(withoutSchemas, withBrokenKey)) {
            log.version(unusable.version(), PolicyJson.write(unusable));
            log.head("head", unusable.version());
            assertRejected(log.settle());
        }
    }

    private static void assertRejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    }
}
