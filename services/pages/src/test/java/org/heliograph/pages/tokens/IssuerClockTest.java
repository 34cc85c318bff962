package org.heliograph.pages.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.security.oauth2.jwt.Jwt;

class IssuerClockTest {

    private static final Instant TOLD = Instant.parse("2031-05-01T08:00:00Z");
    private static final String ISSUER = "http://127.0.0.1:1";

    private final AtomicLong ticks = new AtomicLong(-17);
    private final IssuerClock clock = new IssuerClock(ticks::get);

    @Test
    void isTheMachinesOwnUntilTheIssuerHasToldOne() throws IOException {
        assertThat(clock.instant()).isBetween(Instant.now().minusSeconds(60), Instant.now());

        hear(null);

        assertThat(clock.instant()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void countsOnFromWhatTheIssuerTold() throws IOException {
        hear(TOLD);
        pass(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(TOLD.plusSeconds(90));
    }

    @Test
    void asksAgainAfterSomeMinutesAndGoesOnWithoutAnAnswer() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        clock.asks(() -> {
            asked.incrementAndGet();
            throw new IllegalStateException("away");
        });
        hear(TOLD);
        clock.instant();
        assertThat(asked).hasValue(0);

        pass(Duration.ofMinutes(6));

        await().untilAsserted(() -> {
            assertThat(clock.instant()).isEqualTo(TOLD.plus(Duration.ofMinutes(6)));
            assertThat(asked).hasValueGreaterThan(1);
        });
    }

    @Test
    void decidesWhetherATokenIsGood() throws IOException {
        Jwt token = token(TOLD, TOLD.plusSeconds(300));
        assertThat(isGood(token)).as("by the machine's clock").isFalse();

        hear(TOLD);
        assertThat(isGood(token)).isTrue();

        pass(Duration.ofSeconds(320));
        assertThat(isGood(token)).as("after its end").isFalse();
    }

    private boolean isGood(Jwt token) {
        return !TokenRules.of(ISSUER, "heliograph-desk-xa", clock, List.of())
                .validate(token)
                .hasErrors();
    }

    private static Jwt token(Instant from, Instant until) {
        return Jwt.withTokenValue("token")
                .header("alg", "ES256")
                .issuer(ISSUER)
                .audience(List.of("heliograph-desk-xa"))
                .claim("party", "xa")
                .notBefore(from)
                .expiresAt(until)
                .build();
    }

    private void hear(@Nullable Instant told) throws IOException {
        var request = new MockClientHttpRequest(HttpMethod.GET, URI.create(ISSUER));
        try (var response = clock.intercept(request, new byte[0], (_, _) -> {
            var answer = new MockClientHttpResponse(new byte[0], HttpStatus.OK);
            if (told != null) {
                answer.getHeaders().setDate(told.toEpochMilli());
            }
            return answer;
        })) {
            assertThat(response.getStatusCode()).isEqualTo(HttpStatus.OK);
        }
    }

    private void pass(Duration time) {
        ticks.addAndGet(time.toNanos());
    }
}
