package org.heliograph.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.SystemClient;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenIntrospection;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationToken;

/**
 * Says whether a token may still be used (RFC 7662), to the service alone that the token is for: to all others it is
 * not active. Tokens for operations are for the services of parties too, where operators see what has no content. A
 * suspended party's service may ask, and hears that all of its tokens have ended.
 */
final class Introspection implements AuthenticationProvider {

    private static final Set<String> TOLD = Set.of("iss", "sub", "aud", "jti", "iat", "nbf", "exp");

    private final JwtDecoder tokens;
    private final Accounts accounts;

    Introspection(OwnTokens tokens, Accounts accounts) {
        this.tokens = tokens.that(token -> true);
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        OAuth2TokenIntrospectionAuthenticationToken question =
                (OAuth2TokenIntrospectionAuthenticationToken) authentication;
        if (!(question.getPrincipal() instanceof OAuth2ClientAuthenticationToken asking) || !asking.isAuthenticated()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        OAuth2TokenIntrospection answer = accounts.client(
                        Objects.requireNonNull(asking.getRegisteredClient()).getClientId())
                .flatMap(client -> good(question.getToken(), client))
                .map(Introspection::described)
                .orElseGet(() -> OAuth2TokenIntrospection.builder().build());
        return new OAuth2TokenIntrospectionAuthenticationToken(question.getToken(), asking, answer);
    }

    private Optional<Jwt> good(String token, SystemClient asking) {
        try {
            return Optional.of(tokens.decode(token)).filter(jwt -> isFor(asking, jwt.getAudience()));
        } catch (JwtException bad) {
            return Optional.empty();
        }
    }

    private static boolean isFor(SystemClient asking, @Nullable List<String> audience) {
        return audience != null && audience.size() == 1 && audiences(asking).contains(audience.getFirst());
    }

    private static Set<String> audiences(SystemClient asking) {
        if (asking.party() != null) {
            return Set.of("heliograph-desk-" + asking.party(), ApiTokens.OPERATIONS);
        }
        return SystemClient.OPERATIONS.equals(asking.id())
                ? Set.of(ApiTokens.OPERATIONS, ApiTokens.IDENTITY)
                : Set.of();
    }

    private static OAuth2TokenIntrospection described(Jwt token) {
        return OAuth2TokenIntrospection.builder(true)
                .claims(claims -> {
                    claims.putAll(token.getClaims());
                    Set<String> kept = new HashSet<>(TOLD);
                    kept.add("active");
                    claims.keySet().retainAll(kept);
                })
                .build();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2TokenIntrospectionAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
