package org.heliograph.pages.session;

import java.net.URI;
import java.util.Map;
import org.heliograph.pages.design.PagesProperties;
import org.heliograph.pages.tokens.TokenProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** How the pages know the identity provider: as the public client through which officers log in, with PKCE. */
final class IdentityRegistration {

    static final String ID = "identity";
    static final String SIGN_IN = "/sign-in";
    static final String SIGNED_IN = "/signed-in";
    static final String SIGN_OUT = "/sign-out";
    static final String SIGNED_OUT = "/signed-out";

    private IdentityRegistration() {}

    static ClientRegistration of(PagesProperties pages, TokenProperties tokens) {
        URI issuer = tokens.issuerUri();
        return ClientRegistration.withRegistrationId(ID)
                .clientId("desk")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}" + pages.path() + SIGNED_IN)
                .scope(OidcScopes.OPENID, "desk")
                .issuerUri(issuer.toString())
                .authorizationUri(issuer + "/oauth2/authorize")
                .tokenUri(issuer + "/oauth2/token")
                .jwkSetUri(tokens.jwkSetUri().toString())
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", issuer + "/connect/logout"))
                .build();
    }
}
