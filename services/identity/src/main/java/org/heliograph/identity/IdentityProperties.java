package org.heliograph.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may get which token from this provider. Read once at start; a wrong value stops the start and names the property.
 * No value here is a secret in clear: secrets and passwords are given as hashes only.
 *
 * <p>All properties, as a file:
 *
 * <pre>{@code
 * heliograph.identity.issuer=http://127.0.0.1:19000
 * heliograph.identity.signing-key=/path/identity.jwks
 * heliograph.identity.token-lifetime=5m
 * heliograph.identity.desk-redirect-uris[0]=http://127.0.0.1/callback
 * heliograph.identity.desk-redirect-uris[1]=http://127.0.0.1:18103/swagger-ui/oauth2-redirect.html
 * heliograph.identity.allowed-origins[0]=http://127.0.0.1:18103
 * heliograph.identity.clients[0].id=xa
 * heliograph.identity.clients[0].secret-hash={bcrypt}$2a$10$...
 * heliograph.identity.clients[0].scopes=broker,registry,desk
 * heliograph.identity.clients[0].party=xa
 * heliograph.identity.clients[1].id=operations
 * heliograph.identity.clients[1].secret-hash={bcrypt}$2a$10$...
 * heliograph.identity.clients[1].scopes=broker,registry
 * heliograph.identity.clients[1].roles=registry-admin
 * heliograph.identity.officers[0].username=xa-duty-officer
 * heliograph.identity.officers[0].password-hash={bcrypt}$2a$10$...
 * heliograph.identity.officers[0].party=xa
 * heliograph.identity.officers[0].roles=officer
 * }</pre>
 *
 * @param issuer base address of this provider as its clients see it, without a trailing slash; the {@code iss} of every
 *     token
 * @param signingKey file with a private JWKS; its first P-256 key signs (ES256), the public parts of all are published
 * @param tokenLifetime validity of access tokens, from one second to one hour; five minutes unless given. There are no
 *     refresh tokens
 * @param deskRedirectUris where the public client {@code desk} may receive an authorization code: {@code https}
 *     anywhere, {@code http} on {@code 127.0.0.1} only, where any port matches (RFC 8252, section 7.3)
 * @param allowedOrigins origins whose pages may call the token endpoint, such as each service's Swagger UI; none unless
 *     given
 * @param clients one for each system
 * @param officers the people who log in
 */
@ConfigurationProperties("heliograph.identity")
record IdentityProperties(
        URI issuer,
        Path signingKey,
        @DefaultValue("5m") Duration tokenLifetime,
        @DefaultValue("http://127.0.0.1/callback") List<URI> deskRedirectUris,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<SystemClient> clients,
        @DefaultValue List<Officer> officers) {

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
                allowedOrigins.stream().allMatch(Expect::isOrigin),
                PREFIX + "allowed-origins",
                "origins such as http://127.0.0.1:18103, without a path and without wildcards");
        deskRedirectUris = List.copyOf(deskRedirectUris);
        allowedOrigins = List.copyOf(allowedOrigins);
        clients = List.copyOf(clients);
        officers = List.copyOf(officers);

        Set<String> subjects = new HashSet<>(Set.of(RegisteredClients.DESK));
        for (SystemClient client : clients) {
            Expect.that(
                    subjects.add(client.id()), PREFIX + "clients", "unique ids, but '" + client.id() + "' is taken");
        }
        // An officer's name becomes the subject of a token, as a client's id does: neither may pass for the other.
        for (Officer officer : officers) {
            Expect.that(
                    subjects.add(officer.username()),
                    PREFIX + "officers",
                    "usernames that no officer or client has yet, but '" + officer.username() + "' is taken");
        }
    }

    private static boolean mayReceiveCodes(URI uri) {
        return Expect.isWebAddress(uri)
                && uri.getFragment() == null
                && ("https".equals(uri.getScheme()) || "127.0.0.1".equals(uri.getHost()));
    }
}
