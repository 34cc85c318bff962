package org.heliograph.exchange.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.heliograph.exchange.broker.OwnClockLogin.Counted;
import org.junit.jupiter.api.Test;

class OwnClockLoginTest {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Instant ISSUED = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void countsTheLifeOfATokenFromWhenItCameWhateverTheClockSays() {
        Instant slow = ISSUED.minus(Duration.ofHours(3));

        OAuthBearerToken token = Counted.from(slow.toEpochMilli(), issued());

        assertThat(token.lifetimeMs()).isEqualTo(slow.plus(LIFE).toEpochMilli());
        assertThat(token.startTimeMs()).isEqualTo(slow.toEpochMilli());
        assertThat(token.value()).isEqualTo("secret.token");
        assertThat(token.principalName()).isEqualTo("xa");
    }

    @Test
    void keepsTheTokenOutOfLogs() {
        assertThat(Counted.from(0, issued())).asString().contains("xa").doesNotContain("secret");
    }

    @Test
    void isTheLoginOfEachClient() {
        assertThat(BrokerClientsTest.clients("xa").login())
                .containsEntry("sasl.login.callback.handler.class", OwnClockLogin.class.getName());
    }

    private static OAuthBearerToken issued() {
        return new Counted(
                "secret.token",
                Set.of("broker"),
                "xa",
                ISSUED.toEpochMilli(),
                ISSUED.plus(LIFE).toEpochMilli());
    }
}
