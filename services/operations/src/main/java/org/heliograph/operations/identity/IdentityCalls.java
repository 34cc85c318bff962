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
import org.heliograph.exchange.broker.OAuthProperties;
import org.heliograph.exchange.registry.AccessTokens;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Questions to identity, as operations. Any thread; waits a few seconds at most where it has a token. */
@Component
final class IdentityCalls implements DisposableBean {

    private static final String SCOPE = "identity";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final @Nullable URI url;
    private final AccessTokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    IdentityCalls(IdentityProperties identity, OAuthProperties oauth) {
        this.url = identity.url();
        this.tokens = new AccessTokens(oauth, SCOPE);
    }

    /** Whether there is anybody to ask. */
    boolean isKnown() {
        return url != null;
    }

    /**
     * What identity answers.
     *
     * @throws IOException if it is away, or answers with anything but success
     * @throws TokenUnavailableException if there is no token to ask with
     */
    String get(String path) throws IOException {
        return answer(path, HttpRequest.newBuilder().GET());
    }

    /** Brings a JSON document; fails as {@link #get} does. */
    void put(String path, String json) throws IOException {
        answer(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json)));
    }

    private String answer(String path, HttpRequest.Builder request) throws IOException {
        URI base = url;
        if (base == null) {
            throw new IOException("no identity is known");
        }
        request.uri(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + tokens.current());
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
