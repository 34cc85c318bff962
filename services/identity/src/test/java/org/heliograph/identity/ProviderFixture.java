package org.heliograph.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A provider with one client of each sort and one officer of each role; every secret is {@code secret-of-NAME}. */
final class ProviderFixture {

    static final String ISSUER = "http://127.0.0.1:19000";
    static final String ORIGIN = "http://127.0.0.1:18103";
    static final String SWAGGER = ORIGIN + "/swagger-ui/oauth2-redirect.html";

    private ProviderFixture() {}

    static String secretOf(String name) {
        return "secret-of-" + name;
    }

    static String hashOf(String name) {
        return "{bcrypt}" + new BCryptPasswordEncoder(10).encode(secretOf(name));
    }

    static Path writeKey(Path folder) throws IOException, JOSEException {
        JWKSet keys =
                new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("identity-1").generate());
        return Files.writeString(folder.resolve("identity.jwks"), keys.toString(false));
    }

    static void register(DynamicPropertyRegistry registry, Path key) {
        registry.add("heliograph.identity.issuer", () -> ISSUER);
        registry.add("heliograph.identity.signing-key", key::toString);
        registry.add("heliograph.identity.desk-redirect-uris[0]", () -> "http://127.0.0.1/callback");
        registry.add("heliograph.identity.desk-redirect-uris[1]", () -> SWAGGER);
        registry.add("heliograph.identity.allowed-origins[0]", () -> ORIGIN);
        client(registry, 0, "xa", "broker,registry,desk,gate", "xa");
        client(registry, 1, "operations", "broker,registry", "");
        registry.add("heliograph.identity.clients[1].roles", () -> "registry-admin");
        officer(registry, 0, "xa-duty-officer", "xa", "officer");
        officer(registry, 1, "duty-operator", "operations", "operator");
    }

    private static void client(DynamicPropertyRegistry registry, int at, String id, String scopes, String party) {
        String prefix = "heliograph.identity.clients[" + at + "].";
        String hash = hashOf(id);
        registry.add(prefix + "id", () -> id);
        registry.add(prefix + "secret-hash", () -> hash);
        registry.add(prefix + "scopes", () -> scopes);
        if (!party.isEmpty()) {
            registry.add(prefix + "party", () -> party);
        }
    }

    private static void officer(DynamicPropertyRegistry registry, int at, String name, String party, String role) {
        String prefix = "heliograph.identity.officers[" + at + "].";
        String hash = hashOf(name);
        registry.add(prefix + "username", () -> name);
        registry.add(prefix + "password-hash", () -> hash);
        registry.add(prefix + "party", () -> party);
        registry.add(prefix + "roles", () -> role);
    }
}
