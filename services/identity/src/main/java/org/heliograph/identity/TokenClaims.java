package org.heliograph.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
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

    private final Map<String, SystemClient> clients;
    private final Map<String, Officer> officers;

    TokenClaims(IdentityProperties properties) {
        clients = properties.clients().stream().collect(Collectors.toMap(SystemClient::id, Function.identity()));
        officers = properties.officers().stream().collect(Collectors.toMap(Officer::username, Function.identity()));
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        AuthorizationGrantType grant = context.getAuthorizationGrantType();
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(grant)) {
            SystemClient client = known(clients, context.getRegisteredClient().getClientId());
            ofSystem(client, scope(context), context.getClaims());
        } else if (AuthorizationGrantType.AUTHORIZATION_CODE.equals(grant)) {
            Authentication login = Objects.requireNonNull(context.getPrincipal());
            ofOfficer(known(officers, login.getName()), context.getClaims());
        } else {
            throw new IllegalStateException("no token is issued for grant type " + grant);
        }
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
            case OPERATIONS ->
                claims.audience(List.of("heliograph-operations"))
                        .claim("party", Objects.requireNonNull(client.party()))
                        .claim("roles", List.of("party"));
            case GATE ->
                claims.audience(List.of("heliograph-gate"))
                        .claim("party", Objects.requireNonNull(client.party()))
                        .claim("roles", List.of("party"));
        }
    }

    private static void ofOfficer(Officer officer, JwtClaimsSet.Builder claims) {
        String audience = officer.isOperator() ? "heliograph-operations" : "heliograph-desk-" + officer.party();
        claims.audience(List.of(audience)).claim("party", officer.party()).claim("roles", sorted(officer.roles()));
    }

    private static AudienceScope scope(JwtEncodingContext context) {
        List<AudienceScope> scopes = AudienceScope.among(context.getAuthorizedScopes());
        if (scopes.size() != 1) {
            throw new IllegalStateException("a token needs exactly one audience, but the request has " + scopes);
        }
        return scopes.getFirst();
    }

    private static <T> T known(Map<String, T> byName, String name) {
        return Objects.requireNonNull(byName.get(name), () -> "no token is issued for the unknown subject " + name);
    }

    private static List<String> sorted(Collection<String> roles) {
        return roles.stream().sorted().toList();
    }
}
