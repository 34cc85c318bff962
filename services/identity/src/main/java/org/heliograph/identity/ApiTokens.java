package org.heliograph.identity;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Which tokens open the accounts: those for this provider, and of those for operations the ones of operators. What a
 * party may ask at operations opens nothing here.
 */
final class ApiTokens {

    static final String IDENTITY = "heliograph-identity";
    static final String OPERATIONS = "heliograph-operations";

    private ApiTokens() {}

    static boolean opens(Jwt token) {
        List<String> audience = token.getAudience();
        return List.of(IDENTITY).equals(audience)
                || (List.of(OPERATIONS).equals(audience) && roles(token).equals(List.of("operator")));
    }

    static Collection<GrantedAuthority> authorities(Jwt token) {
        return roles(token).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    private static List<String> roles(Jwt token) {
        return Objects.requireNonNullElse(token.getClaimAsStringList("roles"), List.of());
    }
}
