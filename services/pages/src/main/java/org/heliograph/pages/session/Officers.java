package org.heliograph.pages.session;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Lets those in whose access token opens the REST layer of this service too, with the same roles. */
final class Officers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NOT_YOURS = "not_yours";

    private final JwtDecoder tokens;

    Officers(JwtDecoder tokens) {
        this.tokens = tokens;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        try {
            Jwt token = tokens.decode(request.getAccessToken().getTokenValue());
            return new DefaultOidcUser(roles(token), request.getIdToken());
        } catch (BadJwtException foreign) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NOT_YOURS), foreign);
        }
    }

    private static Set<GrantedAuthority> roles(Jwt token) {
        @Nullable List<String> roles = token.getClaimAsStringList("roles");
        return roles == null
                ? Set.of()
                : roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
