package org.heliograph.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.heliograph.identity.accounts.Accounts;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads tokens that this provider issued, in this run or an earlier one: by its own keys and clock, and only while
 * whoever they were issued to may still use them. No token is stored.
 */
final class OwnTokens {

    private static final OAuth2Error ENDED =
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "the token has ended, or is for something else", null);

    private final JWKSource<SecurityContext> keys;
    private final String issuer;
    private final Accounts accounts;

    OwnTokens(JWKSource<SecurityContext> keys, IdentityProperties properties, Accounts accounts) {
        this.keys = keys;
        this.issuer = properties.issuer().toString();
        this.accounts = accounts;
    }

    /**
     * Takes those alone that are for this; refuses others with a
     * {@link org.springframework.security.oauth2.jwt.BadJwtException}.
     */
    JwtDecoder that(Predicate<Jwt> purpose) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                List.of(times, new JwtIssuerValidator(issuer), only(this::isGood), only(purpose))));
        return decoder;
    }

    private boolean isGood(Jwt token) {
        String subject = token.getSubject();
        Instant issuedAt = token.getIssuedAt();
        return subject != null && issuedAt != null && accounts.isGood(subject, issuedAt);
    }

    private static OAuth2TokenValidator<Jwt> only(Predicate<Jwt> good) {
        return token ->
                good.test(token) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(ENDED);
    }
}
