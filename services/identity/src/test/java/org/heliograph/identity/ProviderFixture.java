package org.heliograph.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A provider with clients of each sort and officers of each role; every secret is {@code secret-of-NAME}. */
final class ProviderFixture {

    static final String ISSUER = "http://127.0.0.1:19000";
    static final String ORIGIN = "http://127.0.0.1:18103";
    static final String SWAGGER = ORIGIN + "/swagger-ui/oauth2-redirect.html";

    /** By name: to hash is slow on purpose, and a provider has many accounts. */
    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    private ProviderFixture() {}

    static String secretOf(String name) {
        return "secret-of-" + name;
    }

    static String hashOf(String name) {
        return HASHES.computeIfAbsent(name, _ -> "{bcrypt}" + new BCryptPasswordEncoder(10).encode(secretOf(name)));
    }

    static Path writeKey(Path folder) throws IOException, JOSEException {
        JWKSet keys =
                new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("identity-1").generate());
        return Files.writeString(folder.resolve("identity.jwks"), keys.toString(false));
    }

    static void register(DynamicPropertyRegistry registry, Path folder) throws IOException, JOSEException {
        Path key = writeKey(folder);
        Path accounts = writeAccounts(folder);
        registry.add("heliograph.identity.issuer", () -> ISSUER);
        registry.add("heliograph.identity.signing-key", key::toString);
        registry.add("heliograph.identity.desk-redirect-uris[0]", () -> "http://127.0.0.1/callback");
        registry.add("heliograph.identity.desk-redirect-uris[1]", () -> SWAGGER);
        registry.add("heliograph.identity.allowed-origins[0]", () -> ORIGIN);
        registry.add("heliograph.identity.accounts", accounts::toString);
    }

    static Path writeAccounts(Path folder) throws IOException {
        Path accounts = Files.createDirectories(folder.resolve("accounts"));
        Files.createDirectories(accounts.resolve("clients"));
        Files.createDirectories(accounts.resolve("officers"));
        for (String party : List.of("xa", "xb")) {
            client(accounts, party, party, "broker,registry,desk,operations,gate,identity", "registry-reader");
            officer(accounts, party + "-duty-officer", party, "officer");
        }
        client(accounts, "xa-fusion", "xa", "broker,registry", "registry-reader");
        client(accounts, "operations", "", "broker,registry,gate,identity", "registry-admin");
        client(accounts, "gate", "", "broker,registry", "registry-reader");
        officer(accounts, "duty-operator", "operations", "operator");
        return accounts;
    }

    static void client(Path accounts, String id, String party, String scopes, String role) throws IOException {
        Files.writeString(accounts.resolve("clients").resolve(id + ".json"), """
                {"id": "%s", %s"scopes": [%s], "roles": ["%s"],
                 "secrets": [{"hash": "%s"}], "tokensFrom": "2026-01-01T00:00:00Z"}""".formatted(
                        id,
                        party.isEmpty() ? "" : "\"party\": \"" + party + "\", ",
                        "\"" + scopes.replace(",", "\", \"") + "\"",
                        role,
                        hashOf(id)));
    }

    static void officer(Path accounts, String name, String party, String role) throws IOException {
        Files.writeString(
                accounts.resolve("officers").resolve(name + ".json"), """
                {"username": "%s", "party": "%s", "roles": ["%s"], "passwordHash": "%s",
                 "enabled": true, "tokensFrom": "2026-01-01T00:00:00Z"}""".formatted(name, party, role, hashOf(name)));
    }
}
