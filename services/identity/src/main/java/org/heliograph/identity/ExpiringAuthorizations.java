package org.heliograph.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Logins in memory until the last of their tokens has expired. Spring's own service in memory never forgets one, and
 * would keep each of the tokens that the systems fetch every few minutes. Those are not kept at all: nothing is asked
 * about them afterwards.
 */
final class ExpiringAuthorizations implements OAuth2AuthorizationService {

    private final InMemoryOAuth2AuthorizationService kept = new InMemoryOAuth2AuthorizationService();
    private final Map<String, Instant> forgetAt = new ConcurrentHashMap<>();
    private final Clock clock;

    ExpiringAuthorizations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        forgetExpired();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        forgetAt.put(authorization.getId(), lastExpiry(authorization));
        kept.save(authorization);
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        forgetAt.remove(authorization.getId());
        kept.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return kept.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return kept.findByToken(token, tokenType);
    }

    int size() {
        return forgetAt.size();
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        forgetAt.forEach((id, expiry) -> {
            if (expiry.isBefore(now)) {
                OAuth2Authorization expired = kept.findById(id);
                if (expired != null) {
                    remove(expired);
                }
            }
        });
    }

    private Instant lastExpiry(OAuth2Authorization authorization) {
        return Stream.of(OAuth2AuthorizationCode.class, OAuth2AccessToken.class, OidcIdToken.class)
                .map(type -> expiry(authorization, type))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    private static @Nullable Instant expiry(OAuth2Authorization authorization, Class<? extends OAuth2Token> type) {
        OAuth2Authorization.Token<? extends OAuth2Token> token = authorization.getToken(type);
        return token == null ? null : token.getToken().getExpiresAt();
    }
}
