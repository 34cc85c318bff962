package org.heliograph.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Access tokens of one scope; one that is about to end is not given out again. Any thread. */
final class Tokens {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private final Settings settings;
    private final String scope;
    private Token token = new Token("", 0, 0, 0);

    /** Times are in milliseconds since 1970, by this machine's clock. */
    record Token(String value, long from, long until, long renewAt) {}

    Tokens(Settings settings, String scope) {
        this.settings = settings;
        this.scope = scope;
    }

    /** A token that was given out before, if it is good for a while, or a new one. */
    synchronized Token current() {
        if (System.currentTimeMillis() >= token.renewAt()) {
            token = fetch();
        }
        return token;
    }

    synchronized Token renewed() {
        token = fetch();
        return token;
    }

    /** The answer to a request that shows a token, whatever its status is. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        return answer(request.header("Authorization", "Bearer " + current().value()));
    }

    JsonNode get(String uri) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(uri)));
        if (response.statusCode() != 200) {
            throw new KitException("%s answers %d: %s".formatted(uri, response.statusCode(), response.body().strip()));
        }
        return json(response);
    }

    private Token fetch() {
        URI endpoint = settings.tokenEndpoint();
        String pair = encoded(settings.principal()) + ":" + encoded(settings.secret());
        long now = System.currentTimeMillis();
        HttpResponse<String> response = answer(HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=" + encoded(scope))));
        if (response.statusCode() != 200) {
            throw refused(response);
        }
        JsonNode body = json(response);
        long life = body.required("expires_in").asLong() * 1_000;
        return new Token(
                body.required("access_token").asText(), now, now + life, now + life - Math.min(60_000, life / 2));
    }

    private KitException refused(HttpResponse<String> response) {
        String said = "%s answers %d to %s for scope %s: %s"
                .formatted(response.uri(), response.statusCode(), settings.principal(), scope, response.body().strip());
        return response.statusCode() >= 500
                ? KitException.passing(said)
                : new KitException(said
                        + ". The secret is wrong or was replaced, or the party is suspended: ask your own administrator"
                        + " for the secret, the operators of Heliograph for the rest");
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return Settings.JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new KitException("%s answers %d without JSON".formatted(response.uri(), response.statusCode()));
        }
    }

    private static HttpResponse<String> answer(HttpRequest.Builder request) {
        HttpRequest built = request.timeout(PATIENCE).build();
        try {
            return HTTP.send(built, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw KitException.passing(built.uri() + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KitException("interrupted while waiting for " + built.uri());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
