package org.heliograph.pages.tokens;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What every access token has to say: who issued it, whom it is for, and until when. */
final class TokenRules {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    private TokenRules() {}

    /** By the issuer's clock. */
    static OAuth2TokenValidator<Jwt> of(
            String issuer, String audience, Clock clock, List<OAuth2TokenValidator<Jwt>> further) {
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        List<OAuth2TokenValidator<Jwt>> all =
                new ArrayList<>(List.of(times, new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience)));
        all.addAll(further);
        return new DelegatingOAuth2TokenValidator<>(all);
    }
}
