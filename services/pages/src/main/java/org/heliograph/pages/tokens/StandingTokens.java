package org.heliograph.pages.tokens;

import org.heliograph.exchange.introspection.Introspection;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Refuses a token that is good in itself, once whoever it was issued to may no longer use it. */
record StandingTokens(JwtDecoder good, Introspection introspection) implements JwtDecoder {

    @Override
    public Jwt decode(String token) {
        Jwt decoded = good.decode(token);
        if (!introspection.isActive(token)) {
            throw new BadJwtException("the token has ended");
        }
        return decoded;
    }
}
