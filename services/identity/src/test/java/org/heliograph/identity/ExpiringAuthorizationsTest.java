package org.heliograph.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class ExpiringAuthorizationsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final ExpiringAuthorizations authorizations =
            new ExpiringAuthorizations(((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void forgetsALoginWhenItsLastTokenHasExpired() {
        authorizations.save(login("first"));
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(6)));

        authorizations.save(login("second"));

        assertThat(authorizations.findById("first")).isNull();
        assertThat(authorizations.findById("second")).isNotNull();
        assertThat(authorizations.size()).isEqualTo(1);
    }

    @Test
    void keepsALoginWhileATokenIsValid() {
        authorizations.save(login("first"));
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(4)));

        authorizations.save(login("second"));

        assertThat(authorizations.findById("first")).isNotNull();
    }

    @Test
    void keepsNothingOfSystems() {
        authorizations.save(authorization("system", AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build());

        assertThat(authorizations.findById("system")).isNull();
        assertThat(authorizations.size()).isZero();
    }

    private OAuth2Authorization login(String id) {
        return authorization(id, AuthorizationGrantType.AUTHORIZATION_CODE)
                .token(new OAuth2AuthorizationCode(
                        "code-" + id, now.get(), now.get().plus(Duration.ofMinutes(5))))
                .build();
    }

    private static OAuth2Authorization.Builder authorization(String id, AuthorizationGrantType grant) {
        RegisteredClient client = RegisteredClient.withId("desk")
                .clientId("desk")
                .authorizationGrantType(grant)
                .redirectUri("http://127.0.0.1/callback")
                .build();
        return OAuth2Authorization.withRegisteredClient(client)
                .id(id)
                .principalName("someone")
                .authorizationGrantType(grant);
    }
}
