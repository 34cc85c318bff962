package org.heliograph.standalone.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.heliograph.standalone.StackException;
import org.heliograph.standalone.StateFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeySetsTest {

    private static final Instant END = Instant.parse("2026-03-08T09:00:00Z");

    private final StateFolder state;
    private final SigningKeySets keys;

    SigningKeySetsTest(@TempDir Path folder) {
        state = new StateFolder(folder);
        keys = new SigningKeySets(state);
    }

    @Test
    void makesAPairWhosePrivatePartIsNotAmongThePublicKeys() throws Exception {
        keys.make("xd");

        assertThat(keys.has("xd")).isTrue();
        assertThat(keys.ends("xd")).containsExactly(entry("xd-1", Optional.empty()));
        assertThat(JWK.parse(Files.readString(keys.usedFile("xd"))).isPrivate()).isTrue();
        assertThat(JWKSet.load(keys.publicFile("xd").toFile()).getKeys()).noneMatch(JWK::isPrivate);

        keys.unmake("xd");
        assertThat(keys.usedFile("xd")).doesNotExist();
        assertThat(keys.publicFile("xd")).doesNotExist();
    }

    @Test
    void rotatesToTheNextNumberAndLetsTheOthersEnd() {
        keys.make("xd");

        String second = keys.rotate("xd", END);
        String third = keys.rotate("xd", END.plusSeconds(60));

        assertThat(second).isEqualTo("xd-2");
        assertThat(third).isEqualTo("xd-3");
        assertThat(keys.ends("xd"))
                .as("the first keeps the earlier end")
                .containsExactly(
                        entry("xd-1", Optional.of(END)),
                        entry("xd-2", Optional.of(END.plusSeconds(60))),
                        entry("xd-3", Optional.empty()));
    }

    @Test
    void signsWithTheNewKeyOnlyOnceItIsUsed() throws Exception {
        keys.make("xd");
        String kid = keys.rotate("xd", END);

        assertThat(kidOf(keys.usedFile("xd"))).isEqualTo("xd-1");
        assertThat(kidOf(keys.nextFile(kid))).isEqualTo("xd-2");

        keys.use("xd", kid);

        assertThat(kidOf(keys.usedFile("xd"))).isEqualTo("xd-2");
        assertThat(keys.nextFile(kid)).doesNotExist();
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> keys.use("xd", kid))
                .withMessageContaining("no key 'xd-2' of 'xd' waits to be used");
    }

    @Test
    void endsOneKeyAndKeepsItForWhoVerifies() throws Exception {
        keys.make("xd");
        keys.rotate("xd", END);

        keys.keep("xd", keys.end("xd", "xd-1"));

        assertThat(keys.ends("xd")).containsOnlyKeys("xd-2");
        assertThat(JWKSet.load(keys.retiredFile("xd").toFile()).getKeys())
                .extracting(JWK::getKeyID)
                .containsExactly("xd-1");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> keys.end("xd", "xd-1"))
                .withMessage("no key 'xd-1' of 'xd'; there are [xd-2]");
    }

    @Test
    void movesAllKeysAwayFromWhereTheyAreRead() throws Exception {
        keys.make("xd");
        keys.rotate("xd", END);

        keys.retire("xd");
        keys.retire("xd");

        assertThat(keys.publicFile("xd")).doesNotExist();
        assertThat(JWKSet.load(keys.retiredFile("xd").toFile()).getKeys()).hasSize(2);
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> keys.rotate("xd", END))
                .withMessageContaining("'xd' has no public keys");
    }

    private static String kidOf(Path file) throws Exception {
        return JWK.parse(Files.readString(file)).getKeyID();
    }
}
