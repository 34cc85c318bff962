package org.heliograph.standalone.sandbox;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heliograph.standalone.Port;
import org.heliograph.standalone.SignedTokens;
import org.heliograph.standalone.Stack;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint of a sandbox. Its tokens are good at the broker of the sandbox alone: issuer and key are its own.
 * Any thread.
 */
final class PlayedIdentity implements AutoCloseable {

    private static final String BROKER = "broker";
    private static final Duration LIFE_OF_OTHERS = Duration.ofMinutes(5);

    private final Stack stack;
    private final String principal;
    private final Duration life;
    private final ECKey key;
    private final LoopbackServer server;
    private final Map<String, String> scopes = new HashMap<>();
    private final List<Instant> ends = new ArrayList<>();
    private String secret;
    private Optional<String> earlier = Optional.empty();
    private boolean away;
    private int refusals;

    /**
     * @param secret of the client that is played at; all others have those of the stack
     * @param life of its tokens for the broker
     */
    PlayedIdentity(Stack stack, String principal, String secret, Duration life) {
        this.stack = stack;
        this.principal = principal;
        this.secret = secret;
        this.life = life;
        this.key = key(stack);
        this.server = new LoopbackServer(stack.ports().of(Port.IDENTITY));
        server.handle(stack.tokenUri().getPath(), this::answer);
    }

    private static ECKey key(Stack stack) {
        try {
            return JWKSet.load(stack.secrets().identityKeysFile().toFile())
                    .getKeys()
                    .getFirst()
                    .toECKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new StackException("the identity key of the sandbox cannot be read", e);
        }
    }

    /** From now on the client gets no token (503), or it does again. */
    synchronized void away(boolean isAway) {
        away = isAway;
    }

    /** From now on this secret is good too. */
    synchronized void renew(String next) {
        earlier = Optional.of(secret);
        secret = next;
    }

    /** From now on no secret is good but the last one. */
    synchronized void endEarlier() {
        earlier = Optional.empty();
        refusals = 0;
    }

    /** How often the client came with a secret that was not good, since the earlier ones ended. */
    synchronized int refusals() {
        return refusals;
    }

    /** How many tokens for the broker the client got. */
    synchronized int given() {
        return ends.size();
    }

    /** Whether all tokens for the broker that the client got have ended. */
    synchronized boolean allEnded() {
        Instant now = Instant.now();
        return ends.stream().allMatch(now::isAfter);
    }

    /** Whether this token was given for the scope. */
    synchronized boolean isGiven(String token, String scope) {
        return scope.equals(scopes.get(token));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String scope = form.replaceAll("(?:.*&)?scope=(\\w+).*", "$1");
        Login login = Login.of(exchange.getRequestHeaders().getFirst("Authorization"));
        Reply reply = reply(login, scope);
        LoopbackServer.answer(exchange, reply.status(), reply.body());
    }

    private record Reply(int status, String body) {}

    private synchronized Reply reply(Login login, String scope) {
        boolean isClient = login.id().equals(principal);
        if (isClient && away) {
            return new Reply(503, "{\"error\": \"temporarily_unavailable\"}");
        }
        if (!isGood(login)) {
            refusals += isClient ? 1 : 0;
            return new Reply(401, "{\"error\": \"invalid_client\"}");
        }
        Duration lives = isClient && scope.equals(BROKER) ? life : LIFE_OF_OTHERS;
        Instant end = Instant.now().plus(lives);
        String token = token(login.id(), scope, end);
        scopes.put(token, scope);
        if (isClient && scope.equals(BROKER)) {
            ends.add(end);
        }
        return new Reply(
                200,
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": %d, \"scope\": \"%s\"}"
                        .formatted(token, lives.toSeconds(), scope));
    }

    private boolean isGood(Login login) {
        if (login.id().equals(principal)) {
            return login.secret().equals(secret)
                    || earlier.filter(login.secret()::equals).isPresent();
        }
        return stack.secrets().hasClient(login.id())
                && stack.secrets().client(login.id()).equals(login.secret());
    }

    private String token(String id, String scope, Instant end) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(stack.issuer().toString())
                .subject(id)
                .audience("heliograph-" + scope)
                .claim("kafka_principal", id)
                .claim("scope", scope)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(end))
                .build();
        return SignedTokens.of(key, claims);
    }

    /** Whom a request says to come from. */
    private record Login(String id, String secret) {

        static Login of(@Nullable String authorization) {
            if (authorization == null || !authorization.startsWith("Basic ")) {
                return new Login("", "");
            }
            try {
                String pair = new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return new Login(decoded(pair.substring(0, Math.max(colon, 0))), decoded(pair.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                return new Login("", "");
            }
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
