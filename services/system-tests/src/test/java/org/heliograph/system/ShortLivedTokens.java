package org.heliograph.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heliograph.standalone.Stack;
import org.heliograph.testkit.ForgedTokens;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token endpoint of one principal, whose tokens the broker and the registry of the stack take, and which end after
 * seconds. When a token ends, so does the connection that was opened with it.
 */
final class ShortLivedTokens implements AutoCloseable {

    private final Duration life;
    private final ForgedTokens tokens;
    private final String principal;
    private final HttpServer server;
    private final List<Instant> brokerTokensEnd = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    ShortLivedTokens(Stack stack, String principal, Duration life) {
        this.life = life;
        this.tokens = ForgedTokens.of(stack);
        this.principal = principal;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/token", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create(
                "http://127.0.0.1:%d/token".formatted(server.getAddress().getPort()));
    }

    /** How many tokens for the broker were given out that have ended by now. */
    long ended() {
        Instant now = Instant.now();
        return brokerTokensEnd.stream().filter(now::isAfter).count();
    }

    /** Whether some were given out, and all of them have ended. */
    boolean allEnded() {
        return ended() > 0 && ended() == brokerTokensEnd.size();
    }

    /** From now on nobody gets a token, or somebody does again. */
    void away(boolean away) {
        this.away = away;
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (away) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String scope = form.replaceAll("(?:.*&)?scope=(\\w+).*", "$1");
        Instant end = Instant.now().plus(life);
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", principal);
        claims.put("kafka_principal", principal);
        claims.put("party", principal);
        claims.put("roles", List.of("registry-reader", "party"));
        claims.put("exp", Date.from(end));
        byte[] body = new JsonMapper()
                .writeValueAsBytes(Map.of(
                        "access_token",
                        tokens.good("heliograph-" + scope, claims),
                        "expires_in",
                        life.toSeconds(),
                        "token_type",
                        "Bearer"));
        if (scope.equals("broker")) {
            brokerTokensEnd.add(end);
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
