package org.heliograph.desk.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** Which tokens open the desk of a party: those issued for just this desk, to people and systems of just this party. */
final class DeskTokens {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private DeskTokens() {}

    /** By the issuer's clock. */
    static OAuth2TokenValidator<Jwt> validator(String issuer, String party, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times(clock),
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator("heliograph-desk-" + party),
                new JwtClaimValidator<Object>("party", party::equals)));
    }

    /** Those of operators, and of what collects figures. */
    static OAuth2TokenValidator<Jwt> ofOperations(String issuer, Clock clock) {
        return new DelegatingOAuth2TokenValidator<>(List.of(
                times(clock), new JwtIssuerValidator(issuer), new JwtAudienceValidator("heliograph-operations")));
    }

    private static JwtTimestampValidator times(Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        return times;
    }
}
