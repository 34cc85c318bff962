package org.heliograph.pages.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** For tests of all that has pages: signs tokens as the identity provider does, and publishes the key. */
public final class IdentityStandIn implements AutoCloseable {

    private final ECKey key = key();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final SignIns signIns = new SignIns(this);
    private final HttpServer server;

    public IdentityStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/oauth2/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            try (var body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.createContext("/oauth2/token", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (asked.contains("grant_type=authorization_code")) {
                signIns.answer(exchange, asked);
                return;
            }
            String scope = asked.substring(asked.indexOf("scope=") + "scope=".length());
            byte[] answer = "{\"access_token\":\"token-for-%s\",\"expires_in\":300}"
                    .formatted(scope)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.createContext("/oauth2/introspect", exchange -> {
            String token = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                    .substring("token=".length());
            byte[] answer = "{\"active\": %s}".formatted(!ended.contains(token)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (var body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.createContext("/oauth2/authorize", exchange -> signIns.authorize(exchange));
        server.start();
    }

    /** The officers who sign in. */
    public SignIns signIns() {
        return signIns;
    }

    /** From now on it is said to be no longer active. */
    public void end(String token) {
        ended.add(token);
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String token(String party, String role) {
        return token(party, role, key, claims -> claims);
    }

    public String token(String party, String role, UnaryOperator<JWTClaimsSet.Builder> change) {
        return token(party, role, key, change);
    }

    public String foreignToken(String party) {
        return token(party, "officer", key(), claims -> claims);
    }

    private String token(String party, String role, ECKey with, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("somebody")
                .audience(party.equals("operations") ? "heliograph-operations" : "heliograph-desk-" + party)
                .claim("party", party)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(with.getKeyID())
                            .build(),
                    change.apply(claims).build());
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException exception) {
            throw new IllegalStateException(exception);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
