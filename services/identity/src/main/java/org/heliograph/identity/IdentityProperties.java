package org.heliograph.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may get which token from this provider. Read once at start; a wrong value stops the start and names the property.
 * Accounts, which change while it runs, are files.
 *
 * <p>All properties, as a file:
 *
 * <pre>{@code
 * heliograph.identity.issuer=http://127.0.0.1:19000
 * heliograph.identity.signing-key=/path/identity.jwks
 * heliograph.identity.token-lifetime=5m
 * heliograph.identity.desk-redirect-uris[0]=http://127.0.0.1/callback
 * heliograph.identity.desk-redirect-uris[1]=http://127.0.0.1:18103/swagger-ui/oauth2-redirect.html
 * heliograph.identity.desk-signed-out-uris[0]=http://127.0.0.1:18103/desk/signed-out
 * heliograph.identity.allowed-origins[0]=http://127.0.0.1:18103
 * heliograph.identity.accounts=/path/accounts
 * }</pre>
 *
 * @param issuer base address of this provider as its clients see it, without a trailing slash; the {@code iss} of every
 *     token
 * @param signingKey file with a private JWKS; its first P-256 key signs (ES256), the public parts of all are published
 * @param tokenLifetime validity of access tokens, from one second to one hour; five minutes unless given. There are no
 *     refresh tokens
 * @param deskRedirectUris where the public client {@code desk} may receive an authorization code: {@code https}
 *     anywhere, {@code http} on {@code 127.0.0.1} only, where any port matches (RFC 8252, section 7.3)
 * @param deskSignedOutUris where that client may have an officer sent who has signed out; as above, but the port counts
 * @param allowedOrigins origins whose pages may call the token endpoint, such as each service's Swagger UI; none unless
 *     given
 * @param accounts folder of clients, officers and suspensions, which this process alone writes while it runs
 */
@ConfigurationProperties("heliograph.identity")
record IdentityProperties(
        URI issuer,
        Path signingKey,
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("http://127.0.0.1/callback") List<URI> deskRedirectUris,
        @DefaultValue List<URI> deskSignedOutUris,
        @DefaultValue List<String> allowedOrigins,
        Path accounts) {

    private static final String PREFIX = "heliograph.identity.";

    IdentityProperties {
        Expect.that(
                issuer != null
                        && Expect.isWebAddress(issuer)
                        && !issuer.toString().endsWith("/"),
                PREFIX + "issuer",
                "an http or https address without a trailing slash, such as http://127.0.0.1:19000");
        Expect.that(signingKey != null, PREFIX + "signing-key", "the path of a private JWKS file");
        Expect.that(
                tokenLifetime.compareTo(Duration.ofSeconds(1)) >= 0
                        && tokenLifetime.compareTo(Duration.ofHours(1)) <= 0,
                PREFIX + "token-lifetime",
                "between 1s and 1h");
        Expect.that(
                !deskRedirectUris.isEmpty() && deskRedirectUris.stream().allMatch(IdentityProperties::mayReceiveCodes),
                PREFIX + "desk-redirect-uris",
                "one or more addresses, each https or http://127.0.0.1/..., without a fragment");
        Expect.that(
                deskSignedOutUris.stream().allMatch(IdentityProperties::mayReceiveCodes),
                PREFIX + "desk-signed-out-uris",
                "addresses, each https or http://127.0.0.1/..., without a fragment");
        Expect.that(
                allowedOrigins.stream().allMatch(Expect::isOrigin),
                PREFIX + "allowed-origins",
                "origins such as http://127.0.0.1:18103, without a path and without wildcards");
        deskRedirectUris = List.copyOf(deskRedirectUris);
        deskSignedOutUris = List.copyOf(deskSignedOutUris);
        allowedOrigins = List.copyOf(allowedOrigins);
        Expect.that(accounts != null, PREFIX + "accounts", "the folder of the accounts");
    }

    private static boolean mayReceiveCodes(URI uri) {
        return Expect.isWebAddress(uri)
                && uri.getFragment() == null
                && ("https".equals(uri.getScheme()) || "127.0.0.1".equals(uri.getHost()));
    }
}
