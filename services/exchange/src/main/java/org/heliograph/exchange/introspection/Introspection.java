package org.heliograph.exchange.introspection;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.heliograph.exchange.broker.OAuthProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the identity provider whether a token may still be used (RFC 7662), and remembers the answer for ten seconds.
 * Calls with the same token at the same time ask once. Any thread; a call blocks for two seconds at most, and only
 * where no answer is remembered.
 *
 * <p>To be asked of tokens whose signature, times and audience are good, and of no others. While the provider cannot be
 * asked, such a token counts until its own end, unless it was said to have ended: an alert must be answered while the
 * provider is away. After each failure nothing is asked for five seconds, so that calls do not pile up behind it.
 */
public final class Introspection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Introspection.class);

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /** No token lives longer. */
    private static final Duration ENDED = Duration.ofHours(1);

    /** Of tokens; one takes some hundred bytes. */
    private static final int MOST = 10_000;

    private static final JsonMapper JSON = new JsonMapper();

    private final IntrospectionProperties endpoint;
    private final OAuthProperties self;
    private final Ticker ticker;
    private final AsyncCache<String, Boolean> answers;
    private final Cache<String, Boolean> ended;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile OptionalLong failedAt = OptionalLong.empty();

    /** With the client of the service that was called. */
    public Introspection(IntrospectionProperties endpoint, OAuthProperties self) {
        this(endpoint, self, Ticker.systemTicker());
    }

    /** The same, by a counter of nanoseconds of the caller's own. */
    public Introspection(IntrospectionProperties endpoint, OAuthProperties self, Ticker ticker) {
        this.endpoint = endpoint;
        this.self = self;
        this.ticker = ticker;
        this.answers = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .buildAsync();
        this.ended = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST)
                .expireAfterWrite(ENDED)
                .build();
    }

    /** Whether the token may be used; false also where the provider refuses this service itself. */
    public boolean isActive(String token) {
        String key = digest(token);
        CompletableFuture<Boolean> known = answers.getIfPresent(key);
        if (known == null && isPausing()) {
            return unanswered(key);
        }
        try {
            boolean active = answers.get(key, (_, _) -> ask(token)).join();
            if (active) {
                ended.invalidate(key);
            } else {
                ended.put(key, true);
            }
            return active;
        } catch (CompletionException failure) {
            failed(failure);
            return unanswered(key);
        }
    }

    private boolean unanswered(String key) {
        return ended.getIfPresent(key) == null;
    }

    private boolean isPausing() {
        OptionalLong failed = failedAt;
        return failed.isPresent() && ticker.read() - failed.getAsLong() < PAUSE.toNanos();
    }

    private void failed(CompletionException failure) {
        failedAt = OptionalLong.of(ticker.read());
        if (away.compareAndSet(false, true)) {
            log.atWarn()
                    .addKeyValue("because", String.valueOf(failure.getCause()))
                    .log("the identity provider cannot be asked about tokens: they count until their own end");
        }
    }

    private CompletableFuture<Boolean> ask(String token) {
        String credentials = encoded(self.clientId()) + ":" + encoded(self.clientSecret());
        HttpRequest request = HttpRequest.newBuilder(endpoint.uri())
                .timeout(ANSWER)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + encoded(token)))
                .build();
        // The request's own timeout ends with the header of the answer.
        return http.sendAsync(request, BodyHandlers.ofString())
                .orTimeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(this::answer);
    }

    private boolean answer(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 4) {
            log.atWarn()
                    .addKeyValue("status", response.statusCode())
                    .addKeyValue("client", self.clientId())
                    .log("the identity provider does not tell this service about tokens, so that none counts; was its"
                            + " secret replaced?");
            return false;
        }
        @Nullable JsonNode active = response.statusCode() == 200 ? active(response.body()) : null;
        if (active == null || !active.isBoolean()) {
            throw new CompletionException(new IOException("an answer with status " + response.statusCode()
                    + " that does not say whether the token is active"));
        }
        if (away.compareAndSet(true, false)) {
            log.info("the identity provider tells about tokens again");
        }
        return active.booleanValue();
    }

    private static @Nullable JsonNode active(String body) {
        try {
            return JSON.readTree(body).get("active");
        } catch (JacksonException e) {
            return null;
        }
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
