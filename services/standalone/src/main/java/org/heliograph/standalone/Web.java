package org.heliograph.standalone;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser-like session: keeps cookies, leaves redirects to its user. */
final class Web {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(PATIENCE)
            .build();

    record Answer(URI address, HttpResponse<String> response) {

        /** Where a redirect points; the page itself if it is none. */
        URI next() {
            return response.headers()
                    .firstValue("location")
                    .map(address::resolve)
                    .orElse(address);
        }

        boolean isRedirect() {
            return response.statusCode() / 100 == 3;
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JacksonException e) {
                throw new StackException("%s answers %d without JSON".formatted(address, response.statusCode()), e);
            }
        }
    }

    Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    Answer post(URI address, Map<String, String> form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        headers.forEach(request::header);
        return send(request);
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            return new Answer(request.uri(), client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new StackException(request.uri() + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while waiting for " + request.uri(), e);
        }
    }
}
