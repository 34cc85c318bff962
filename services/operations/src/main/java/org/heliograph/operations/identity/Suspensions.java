package org.heliograph.operations.identity;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of suspended parties as identity holds it. An identity that does not answer stops nothing here: gate and
 * broker are cut all the same, and the difference is told until it is gone. Any thread; waits a few seconds at most
 * where it has a token.
 */
@Component
public final class Suspensions implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Suspensions.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCOPE = "identity";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final @Nullable URI list;
    private final AccessTokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Suspensions(IdentityProperties identity, OAuthProperties oauth) {
        URI url = identity.url();
        this.list = url == null ? null : url.resolve("/api/suspensions");
        this.tokens = new AccessTokens(oauth, SCOPE);
    }

    /**
     * Makes it the list that identity holds.
     *
     * @return whether identity has taken it, or none is known
     */
    public boolean bring(SortedSet<String> suspended) {
        if (list == null) {
            return true;
        }
        String body = JSON.writeValueAsString(Map.of("parties", suspended));
        try {
            answer(HttpRequest.newBuilder(list)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body)));
            return true;
        } catch (IOException | TokenUnavailableException e) {
            log.error(
                    "alarm=suspensionsNotAtIdentity suspended={} cause={} message=\"{}\"",
                    suspended,
                    e.getClass().getSimpleName(),
                    e.getMessage());
            return false;
        }
    }

    /** How the list that identity holds differs from this one, in words; nothing if it does not, or none is known. */
    public List<String> drift(SortedSet<String> suspended) {
        if (list == null) {
            return List.of();
        }
        try {
            SortedSet<String> held = held(answer(HttpRequest.newBuilder(list).GET()));
            return held.equals(suspended)
                    ? List.of()
                    : List.of("identity suspends %s, expected %s".formatted(held, suspended));
        } catch (IOException | TokenUnavailableException e) {
            return List.of("identity does not say whom it suspends, expected %s".formatted(suspended));
        }
    }

    private static SortedSet<String> held(String body) throws IOException {
        try {
            SortedSet<String> held = new TreeSet<>();
            for (JsonNode party : JSON.readTree(body).required("parties")) {
                held.add(party.asString());
            }
            return held;
        } catch (JacksonException e) {
            throw new IOException("identity answers without a list of parties", e);
        }
    }

    private String answer(HttpRequest.Builder request) throws IOException {
        request.timeout(PATIENCE).header("Authorization", "Bearer " + tokens.current());
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("identity answers " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for identity");
        }
    }

    @Override
    public void destroy() {
        http.shutdownNow();
        tokens.close();
    }
}
