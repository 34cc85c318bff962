package org.heliograph.exchange.registry;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.heliograph.exchange.broker.OAuthProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens of one client for one scope by the client-credentials grant (RFC 6749, 4.4), kept until 30 seconds before they
 * expire. Any thread; one of them fetches, the others wait. Close it to end its HTTP client.
 */
public final class AccessTokens implements AutoCloseable {

    private static final Duration RENEW_BEFORE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final OAuthProperties oauth;
    private final String scope;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Token token;

    public AccessTokens(OAuthProperties oauth, String scope) {
        this(oauth, scope, Clock.systemUTC());
    }

    AccessTokens(OAuthProperties oauth, String scope, Clock clock) {
        this.oauth = oauth;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * A token that is valid for some seconds at least. Blocks up to 10 seconds when a new one is due.
     *
     * @throws TokenUnavailableException if the identity provider cannot be reached or refuses
     */
    public String current() {
        Token known = token;
        if (known != null && known.freshAt(clock.instant())) {
            return known.value();
        }
        fetching.lock();
        try {
            known = token;
            if (known == null || !known.freshAt(clock.instant())) {
                known = fetch();
                token = known;
            }
            return known.value();
        } finally {
            fetching.unlock();
        }
    }

    private Token fetch() {
        Instant asked = clock.instant();
        HttpResponse<String> response = send(request());
        if (response.statusCode() != 200) {
            throw new TokenUnavailableException(
                    "Token endpoint " + oauth.tokenUri() + " answered " + response.statusCode() + " to client "
                            + oauth.clientId() + " for scope " + scope,
                    null);
        }
        try {
            JsonNode body = JSON.readTree(response.body());
            Duration life = Duration.ofSeconds(body.required("expires_in").asLong());
            return new Token(
                    body.required("access_token").asString(),
                    asked,
                    asked.plus(life).minus(renewBefore(life)));
        } catch (JacksonException e) {
            throw new TokenUnavailableException("Token endpoint " + oauth.tokenUri() + " answered no token", null);
        }
    }

    // A token that lives less than a minute is used for half its life.
    private static Duration renewBefore(Duration life) {
        Duration half = life.dividedBy(2);
        return half.compareTo(RENEW_BEFORE) < 0 ? half : RENEW_BEFORE;
    }

    private HttpRequest request() {
        String credentials = encode(oauth.clientId()) + ":" + encode(oauth.clientSecret());
        return HttpRequest.newBuilder(oauth.tokenUri())
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + encode(scope)))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TokenUnavailableException("Token endpoint " + oauth.tokenUri() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenUnavailableException("Interrupted while waiting for a token", e);
        }
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private record Token(String value, Instant asked, Instant renewAt) {

        /** Not by a clock that was set back since, either: nobody knows how old the token is then. */
        boolean freshAt(Instant now) {
            return now.isBefore(renewAt) && !now.isBefore(asked);
        }

        @Override
        public String toString() {
            return "Token[renewAt=" + renewAt + "]";
        }
    }
}
