package org.heliograph.pages.tokens;

import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.heliograph.exchange.introspection.Introspection;
import org.heliograph.exchange.signing.SignatureProvider;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/** The keys with which the identity provider signs, and its clock. Any thread. */
public final class IssuerKeys {

    private final TokenProperties tokens;
    private final IssuerClock clock = new IssuerClock();
    private final RestTemplate rest;

    IssuerKeys(TokenProperties tokens) {
        this.tokens = tokens;
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(Duration.ofSeconds(2));
        http.setReadTimeout(Duration.ofSeconds(5));
        rest = new RestTemplate(http);
        clock.asks(() -> rest.getForObject(tokens.jwkSetUri(), String.class));
        rest.getInterceptors().add(clock);
    }

    /** The time as the issuer tells it. */
    public Clock clock() {
        return clock;
    }

    /** Checks signatures; what a token must say besides is for the caller to add. */
    public NimbusJwtDecoder decoder() {
        return NimbusJwtDecoder.withJwkSetUri(tokens.jwkSetUri().toString())
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .restOperations(rest)
                .jwtProcessorCustomizer(processor -> {
                    DefaultJWSVerifierFactory verifiers = new DefaultJWSVerifierFactory();
                    verifiers.getJCAContext().setProvider(SignatureProvider.get());
                    processor.setJWSVerifierFactory(verifiers);
                })
                .build();
    }

    /**
     * Takes access tokens for one audience, while whoever they were issued to may use them.
     *
     * @param further what a token must say besides
     */
    public JwtDecoder accessTokens(
            String audience, Introspection introspection, List<OAuth2TokenValidator<Jwt>> further) {
        NimbusJwtDecoder decoder = decoder();
        decoder.setJwtValidator(TokenRules.of(tokens.issuerUri().toString(), audience, clock, further));
        return new StandingTokens(decoder, introspection);
    }

    /** Asks for them now. */
    public boolean areInReach() {
        try {
            return rest.getForObject(tokens.jwkSetUri(), String.class) != null;
        } catch (RestClientException away) {
            return false;
        }
    }
}
