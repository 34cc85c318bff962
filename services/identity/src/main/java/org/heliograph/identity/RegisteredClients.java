package org.heliograph.identity;

import java.net.URI;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The configured clients in the form that the authorization server asks for. */
final class RegisteredClients {

    /** Id of the public client through which officers log in: command line, consoles, Swagger UI of each service. */
    static final String DESK = "desk";

    private RegisteredClients() {}

    static RegisteredClientRepository of(IdentityProperties properties) {
        TokenSettings tokens = TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLifetime())
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build();
        Stream<RegisteredClient> systems = properties.clients().stream().map(client -> system(client, tokens));
        return new InMemoryRegisteredClientRepository(
                Stream.concat(systems, Stream.of(desk(properties, tokens))).toList());
    }

    private static RegisteredClient system(SystemClient client, TokenSettings tokens) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> client.scopes().forEach(scope -> scopes.add(scope.value())))
                .tokenSettings(tokens)
                .build();
    }

    private static RegisteredClient desk(IdentityProperties properties, TokenSettings tokens) {
        return RegisteredClient.withId(DESK)
                .clientId(DESK)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> properties.deskRedirectUris().stream()
                        .map(URI::toString)
                        .forEach(uris::add))
                .scope(OidcScopes.OPENID)
                .scope(AudienceScope.DESK.value())
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens)
                .build();
    }
}
