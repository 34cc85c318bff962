package org.heliograph.pages.session;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * For tests of all that has pages: lets in whom a test names, as the identity provider does once it knows the officer:
 * by a code, with PKCE.
 */
public final class SignIns {

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final IdentityStandIn identity;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile String party = "xa";
    private volatile String officer = "xa-duty-officer";
    private volatile String role = "officer";
    private volatile String lastToken = "";
    private volatile boolean refused;
    private volatile Duration lifetime = LIFETIME;

    SignIns(IdentityStandIn identity) {
        this.identity = identity;
    }

    /** The officer who sits at the browser from now on. */
    public void are(String of, String name) {
        are(of, name, "officer");
    }

    /** Who sits at the browser from now on. */
    public void are(String of, String name, String as) {
        party = of;
        officer = name;
        role = as;
    }

    /** How long tokens live, the ten seconds of grace that a desk gives included. */
    public void last(Duration until) {
        lifetime = until.minusSeconds(10);
    }

    /** Whether nobody is let in from now on. */
    public void refuse(boolean all) {
        refused = all;
    }

    /** Is as if nobody had signed in, and nothing had been set. */
    public void forget() {
        are("xa", "xa-duty-officer");
        refuse(false);
        lifetime = LIFETIME;
        lastToken = "";
        codes.clear();
    }

    /** The access token that was issued last. */
    public String lastToken() {
        return lastToken;
    }

    void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + (refused ? "?error=access_denied" : "?code=" + code) + "&state="
                                + URLEncoder.encode(String.valueOf(asked.get("state")), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    void answer(HttpExchange exchange, String body) throws IOException {
        Map<String, String> given = parameters(body);
        @Nullable Map<String, String> asked = codes.remove(String.valueOf(given.get("code")));
        boolean good = asked != null && isGood(given, asked);
        byte[] answer = (asked != null && good
                        ? tokens(String.valueOf(asked.get("nonce")))
                        : "{\"error\":\"invalid_grant\"}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(good ? 200 : 400, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    private static boolean isGood(Map<String, String> given, Map<String, String> asked) {
        return challenge(String.valueOf(given.get("code_verifier"))).equals(asked.get("code_challenge"))
                && "S256".equals(asked.get("code_challenge_method"))
                && URI.create(String.valueOf(given.get("redirect_uri")))
                        .getPath()
                        .endsWith("/signed-in");
    }

    private String tokens(String nonce) {
        lastToken = identity.token(
                party,
                role,
                claims -> claims.subject(officer)
                        .expirationTime(Date.from(Instant.now().plus(lifetime)))
                        .jwtID(UUID.randomUUID().toString()));
        String idToken = identity.token(
                party,
                role,
                claims -> claims.subject(officer)
                        .audience(List.of("desk"))
                        .issueTime(Date.from(Instant.now()))
                        .claim("nonce", nonce));
        return """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 300, "scope": "openid desk",
                 "id_token": "%s"}
                """.formatted(lastToken, idToken);
    }

    private static Map<String, String> parameters(String encoded) {
        return AMPERSAND
                .splitAsStream(encoded)
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, _) -> a));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
