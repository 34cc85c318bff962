package org.heliograph.identity;

import java.util.Collection;
import org.heliograph.identity.accounts.AudienceScope;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;

/** Refuses requests that would give a token no audience or several. */
final class OneAudience {

    private static final OAuth2Error ERROR = new OAuth2Error(
            OAuth2ErrorCodes.INVALID_SCOPE,
            "expected exactly one of the scopes broker, registry, desk, operations, identity",
            null);

    private OneAudience() {}

    static void require(AuthenticationProvider provider) {
        switch (provider) {
            case OAuth2ClientCredentialsAuthenticationProvider credentials ->
                credentials.setAuthenticationValidator(
                        new OAuth2ClientCredentialsAuthenticationValidator().andThen(context -> {
                            OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
                            if (!isSingle(request.getScopes())) {
                                throw new OAuth2AuthenticationException(ERROR);
                            }
                        }));
            case OAuth2AuthorizationCodeRequestAuthenticationProvider codes ->
                codes.setAuthenticationValidator(new OAuth2AuthorizationCodeRequestAuthenticationValidator()
                        .andThen(context -> {
                            OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
                            if (!isSingle(request.getScopes())) {
                                throw new OAuth2AuthorizationCodeRequestAuthenticationException(ERROR, request);
                            }
                        }));
            default -> {
                // The other providers issue tokens for what was granted through one of these two.
            }
        }
    }

    private static boolean isSingle(Collection<String> scopes) {
        return AudienceScope.among(scopes).size() == 1;
    }
}
