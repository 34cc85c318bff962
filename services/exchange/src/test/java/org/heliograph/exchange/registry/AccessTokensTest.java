package org.heliograph.exchange.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.heliograph.exchange.broker.OAuthProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T12:00:00Z"));
    private HttpServer endpoint;

    @BeforeEach
    void serve() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/token", exchange -> {
            asked.set(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = ("{\"access_token\":\"t" + served.incrementAndGet() + "\",\"expires_in\":300}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() {
        try (AccessTokens tokens = tokens()) {
            assertThat(tokens.current()).isEqualTo("t1");
            now.updateAndGet(at -> at.plus(Duration.ofSeconds(269)));
            assertThat(tokens.current()).isEqualTo("t1");
            now.updateAndGet(at -> at.plus(Duration.ofSeconds(2)));
            assertThat(tokens.current()).isEqualTo("t2");
        }
    }

    @Test
    void asksAnewWhenTheClockWasSetBack() {
        try (AccessTokens tokens = tokens()) {
            assertThat(tokens.current()).isEqualTo("t1");
            now.updateAndGet(at -> at.minus(Duration.ofHours(3)));
            assertThat(tokens.current()).isEqualTo("t2");
            assertThat(tokens.current()).isEqualTo("t2");
        }
    }

    @Test
    void authenticatesTheClientAndAsksForOneScope() {
        try (AccessTokens tokens = tokens()) {
            tokens.current();

            assertThat(asked.get()).isEqualTo("Basic eGE6cyUzQWVjcmV0 grant_type=client_credentials&scope=registry");
        }
    }

    @Test
    void saysWhoRefusedWithoutTheSecret() {
        status.set(401);

        try (AccessTokens tokens = tokens()) {
            assertThatExceptionOfType(TokenUnavailableException.class)
                    .isThrownBy(tokens::current)
                    .withMessageContaining("401")
                    .withMessageContaining("xa")
                    .withMessageNotContaining("s:ecret");
        }
    }

    private AccessTokens tokens() {
        URI uri = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/token");
        InstantSource source = now::get;
        return new AccessTokens(new OAuthProperties(uri, "xa", "s:ecret"), "registry", source.withZone(ZoneOffset.UTC));
    }
}
