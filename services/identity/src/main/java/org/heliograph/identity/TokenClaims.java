package org.heliograph.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.AudienceScope;
import org.heliograph.identity.accounts.Officer;
import org.heliograph.identity.accounts.SystemClient;
import org.heliograph.identity.accounts.TokenRequests;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Signs every token with ES256 and gives access tokens their audience and claims. ID tokens keep what OpenID Connect
 * says: their audience is the client, so that no service takes one for an access token.
 */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;
    private final TokenRequests requests;
    private final Clock clock;

    TokenClaims(Accounts accounts, TokenRequests requests, Clock clock) {
        this.accounts = accounts;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        AuthorizationGrantType grant = context.getAuthorizationGrantType();
        boolean access = OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType());
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant) && access) {
            SystemClient client = standing(context.getRegisteredClient().getClientId());
            ofSystem(client, scope(context), context.getClaims());
            notBefore(client.tokensFrom(), context.getClaims());
            requests.given(client.id(), clock.instant());
        } else if (AuthorizationGrantType.AUTHORIZATION_CODE.equals(grant)) {
            Officer officer = current(Objects.requireNonNull(context.getPrincipal()));
            if (access) {
                ofOfficer(officer, context.getClaims());
                notBefore(officer.tokensFrom(), context.getClaims());
            }
        } else {
            throw new IllegalStateException("no token is issued for grant type " + grant);
        }
    }

    private SystemClient standing(String id) {
        SystemClient client =
                accounts.client(id).orElseThrow(() -> refused(OAuth2ErrorCodes.INVALID_CLIENT, "no such client"));
        if (accounts.isSuspended(client.party())) {
            requests.refused(client.id(), clock.instant(), TokenRequests.Refusal.SUSPENDED);
            throw refused(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, "the party " + client.party() + " is suspended");
        }
        return client;
    }

    private Officer current(Authentication login) {
        if (login.getPrincipal() instanceof LoggedIn person && accounts.isCurrent(person.officer())) {
            return person.officer();
        }
        throw refused(OAuth2ErrorCodes.INVALID_GRANT, "the login has ended");
    }

    private static OAuth2AuthenticationException refused(String code, String description) {
        return new OAuth2AuthenticationException(new OAuth2Error(code, description, null));
    }

    /** A token of the very second of a change would otherwise seem older than the change. */
    private static void notBefore(Instant tokensFrom, JwtClaimsSet.Builder claims) {
        claims.claims(all -> all.computeIfPresent(
                "iat", (_, at) -> at instanceof Instant issued && issued.isBefore(tokensFrom) ? tokensFrom : at));
    }

    private static void ofSystem(SystemClient client, AudienceScope scope, JwtClaimsSet.Builder claims) {
        switch (scope) {
            case BROKER -> claims.audience(List.of("heliograph-broker")).claim("kafka_principal", client.id());
            case REGISTRY -> claims.audience(List.of("heliograph-registry")).claim("roles", sorted(client.roles()));
            case DESK -> {
                String party = Objects.requireNonNull(client.party());
                claims.audience(List.of("heliograph-desk-" + party))
                        .claim("party", party)
                        .claim("roles", List.of("system"));
            }
            case OPERATIONS -> towards(ApiTokens.OPERATIONS, client, claims);
            case GATE -> towards(ApiTokens.GATE, client, claims);
            case IDENTITY -> towards(ApiTokens.IDENTITY, client, claims);
        }
    }

    /** A client of the platform has its own name as its role. */
    private static void towards(String audience, SystemClient client, JwtClaimsSet.Builder claims) {
        claims.audience(List.of(audience));
        if (client.party() == null) {
            claims.claim("roles", List.of(client.id()));
        } else {
            claims.claim("party", client.party()).claim("roles", List.of("party"));
        }
    }

    private static void ofOfficer(Officer officer, JwtClaimsSet.Builder claims) {
        String audience = officer.isOperator() ? ApiTokens.OPERATIONS : "heliograph-desk-" + officer.party();
        claims.audience(List.of(audience)).claim("party", officer.party()).claim("roles", sorted(officer.roles()));
    }

    private static AudienceScope scope(JwtEncodingContext context) {
        List<AudienceScope> scopes = AudienceScope.among(context.getAuthorizedScopes());
        if (scopes.size() != 1) {
            throw new IllegalStateException("a token needs exactly one audience, but the request has " + scopes);
        }
        return scopes.getFirst();
    }

    private static List<String> sorted(Collection<String> roles) {
        return roles.stream().sorted().toList();
    }
}
