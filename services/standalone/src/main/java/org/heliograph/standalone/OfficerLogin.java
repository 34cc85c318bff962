package org.heliograph.standalone;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The login that a browser would do: authorization code with PKCE, through the form. */
record OfficerLogin(Web web, URI authorize, URI tokenUri) {

    private static final String CLIENT = "desk";
    private static final String CALLBACK = "http://127.0.0.1/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_REDIRECTS = 5;

    JsonNode tokens(String username, String password) {
        String verifier = random();
        Map<String, String> request = new TreeMap<>(Map.of(
                "response_type",
                "code",
                "client_id",
                CLIENT,
                "redirect_uri",
                CALLBACK,
                "scope",
                "openid desk",
                "state",
                random(),
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"));
        Web.Answer form = follow(web.get(URI.create(authorize + "?" + Web.encoded(request))));
        Web.Answer login = web.post(
                form.address(),
                Map.of(
                        "username",
                        username,
                        "password",
                        password,
                        "_csrf",
                        find(CSRF, form.response().body(), "the login form has no CSRF token")),
                Map.of());
        URI callback = follow(login).next();
        String code = find(CODE, callback.toString(), "identity does not let " + username + " in");
        return web.post(
                        tokenUri,
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "redirect_uri", CALLBACK,
                                "client_id", CLIENT,
                                "code_verifier", verifier),
                        Map.of())
                .json();
    }

    /** Up to a page, or to the redirect that leaves identity for the callback, which nobody listens on. */
    private Web.Answer follow(Web.Answer answer) {
        Web.Answer current = answer;
        for (int i = 0; i < MOST_REDIRECTS && current.isRedirect(); i++) {
            if (current.next().toString().startsWith(CALLBACK)) {
                return current;
            }
            current = web.get(current.next());
        }
        return current;
    }

    private static String find(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new StackException(otherwise);
        }
        return matcher.group(1);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
