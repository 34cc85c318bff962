package org.heliograph.pages.session;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * For tests of all that has pages: a browser without scripts: keeps cookies, follows redirects, and sends the forms
 * that it is shown.
 */
public final class PlainBrowser implements AutoCloseable {

    private static final int MOST_REDIRECTS = 10;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final String language;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    public PlainBrowser(String address, String language) {
        this.address = address;
        this.language = language;
    }

    /** A page, with where the redirects ended. */
    public record Page(int status, String body, URI at, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String csrf() {
            Matcher token = CSRF.matcher(body);
            if (!token.find()) {
                throw new IllegalStateException("no form with a token at " + at + ": " + body);
            }
            return token.group(1);
        }
    }

    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with the token of a page that was shown. */
    public Page post(Page shown, String path, Map<String, String> fields) {
        return post(path, shown.csrf(), fields);
    }

    public Page post(String path, String csrf, Map<String, String> fields) {
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(csrf)));
        fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(pairs.stream().collect(Collectors.joining("&")))));
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public String session() {
        return cookies().stream()
                .filter(cookie -> !cookie.getName().equals("heliograph-language"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address).resolve(path))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            for (int i = 0; i < MOST_REDIRECTS && response.statusCode() == 302; i++) {
                String next = response.headers().firstValue("Location").orElseThrow();
                response = http.send(
                        request(response.uri().resolve(next).toString()).GET().build(), BodyHandlers.ofString());
            }
            return new Page(response.statusCode(), response.body(), response.uri(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
