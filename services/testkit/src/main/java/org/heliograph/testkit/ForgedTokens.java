package org.heliograph.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heliograph.standalone.SignedTokens;
import org.heliograph.standalone.Stack;

/** Tokens that are right in everything but one point. */
public final class ForgedTokens {

    /** The fault of showing nothing. */
    public static final String NONE = "no token at all";

    private final ECKey genuine;
    private final String issuer;

    /** With the key of the stack's identity provider, so that only what a token says can be its fault. */
    public static ForgedTokens of(Stack stack) {
        try {
            JWKSet keys = JWKSet.load(stack.secrets().identityKeysFile().toFile());
            return new ForgedTokens(
                    keys.getKeys().getFirst().toECKey(), stack.issuer().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private ForgedTokens(ECKey genuine, String issuer) {
        this.genuine = genuine;
        this.issuer = issuer;
    }

    /** Nothing is wrong with it: what shows that the others are refused for their one fault. */
    public String good(String audience, Map<String, Object> claims) {
        return SignedTokens.of(genuine, claims(audience, claims).build());
    }

    /** By name of the fault. */
    public Map<String, String> bad(String audience, Map<String, Object> claims) {
        Instant now = Instant.now();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put(NONE, "");
        tokens.put("not a token", "not-a-token");
        tokens.put(
                "expired",
                SignedTokens.of(
                        genuine,
                        claims(audience, claims)
                                .issueTime(Date.from(now.minus(Duration.ofHours(2))))
                                .notBeforeTime(Date.from(now.minus(Duration.ofHours(2))))
                                .expirationTime(Date.from(now.minus(Duration.ofHours(1))))
                                .build()));
        tokens.put(
                "wrong audience",
                SignedTokens.of(genuine, claims("somebody-else", claims).build()));
        tokens.put(
                "wrong issuer",
                SignedTokens.of(
                        genuine,
                        claims(audience, claims)
                                .issuer("http://127.0.0.1:1/elsewhere")
                                .build()));
        tokens.put("alg none", new PlainJWT(claims(audience, claims).build()).serialize());
        tokens.put(
                "foreign key",
                SignedTokens.of(foreign(), claims(audience, claims).build()));
        String good = good(audience, claims);
        tokens.put(
                "changed claims",
                good.substring(0, good.indexOf('.') + 1)
                        + claims(audience, claims)
                                .claim("roles", List.of("operator"))
                                .build()
                                .toPayload()
                                .toBase64URL()
                        + good.substring(good.lastIndexOf('.')));
        return tokens;
    }

    private JWTClaimsSet.Builder claims(String audience, Map<String, Object> claims) {
        Instant now = Instant.now();
        var builder = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("forged")
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now.minusSeconds(1)))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        claims.forEach(builder::claim);
        return builder;
    }

    /** Claims the genuine key's id, as a forger would. */
    private ECKey foreign() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(genuine.getKeyID()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
