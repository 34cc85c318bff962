package org.heliograph.standalone;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Gets tokens from identity, each way as its owner would. */
public final class Tokens {

    private final Site site;

    Tokens(Site site) {
        this.site = site;
    }

    /** What an officer gets at login: one token to call services with, one that only says who logged in. */
    public record OfficerTokens(String accessToken, String idToken) {}

    /**
     * Access token of a system (client credentials).
     *
     * @param scope {@code broker}, {@code registry}, {@code desk}, {@code operations} or {@code identity}
     */
    public String ofSystem(String principal, String scope) {
        String credentials = principal + ":" + site.secrets().client(principal);
        JsonNode answer = new Web()
                .post(
                        site.tokenUri(),
                        Map.of("grant_type", "client_credentials", "scope", scope),
                        Map.of(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))))
                .json();
        return text(answer, "access_token");
    }

    /**
     * Whether identity gives a system a token now.
     *
     * @throws StackException if identity does not answer
     */
    public boolean isGiven(String principal, String scope) {
        try {
            return !ofSystem(principal, scope).isEmpty();
        } catch (TokenRefusedException e) {
            return false;
        }
    }

    /** Logs the officer in through the form: authorization code with PKCE. */
    public OfficerTokens ofOfficer(String username) {
        URI start = site.url(Port.IDENTITY, "/oauth2/authorize");
        JsonNode answer = new OfficerLogin(new Web(), start, site.tokenUri())
                .tokens(username, site.secrets().officer(username));
        return new OfficerTokens(text(answer, "access_token"), text(answer, "id_token"));
    }

    private static String text(JsonNode answer, String field) {
        JsonNode value = answer.get(field);
        if (value == null) {
            throw new TokenRefusedException(
                    "identity refuses: " + answer.path("error").asString("no " + field) + " "
                            + answer.path("error_description").asString(""));
        }
        return value.asString();
    }
}
