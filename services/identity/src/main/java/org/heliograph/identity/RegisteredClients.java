package org.heliograph.identity;

import java.net.URI;
import org.heliograph.identity.accounts.Accounts;
import org.heliograph.identity.accounts.AudienceScope;
import org.heliograph.identity.accounts.SystemClient;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients of the moment in the form that the authorization server asks for. Their secrets stay with the accounts.
 */
final class RegisteredClients implements RegisteredClientRepository {

    /** Id of the public client through which officers log in: command line, pages and Swagger UI of each service. */
    static final String DESK = "desk";

    private final Accounts accounts;
    private final TokenSettings tokens;
    private final RegisteredClient desk;

    RegisteredClients(IdentityProperties properties, Accounts accounts) {
        this.accounts = accounts;
        this.tokens = TokenSettings.builder()
                .accessTokenTimeToLive(properties.tokenLifetime())
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .build();
        this.desk = desk(properties, tokens);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are changed where their accounts are");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return DESK.equals(clientId)
                ? desk
                : accounts.client(clientId).map(this::system).orElse(null);
    }

    private RegisteredClient system(SystemClient client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
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
                .postLogoutRedirectUris(uris -> properties.deskSignedOutUris().stream()
                        .map(URI::toString)
                        .forEach(uris::add))
                .scope(OidcScopes.OPENID)
                .scope(AudienceScope.DESK.value())
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens)
                .build();
    }
}
