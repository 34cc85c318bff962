package org.heliograph.standalone;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Clients and officers for identity, which sees hashes only. */
final class IdentitySettings {

    private static final String PREFIX = "heliograph.identity.";

    private IdentitySettings() {}

    static Map<String, String> of(Site site) {
        Map<String, String> settings = BootSettings.server(site, Component.IDENTITY);
        settings.put(PREFIX + "issuer", site.issuer().toString());
        settings.put(PREFIX + "signing-key", site.secrets().identityKeysFile().toString());
        settings.put(PREFIX + "desk-redirect-uris[0]", "http://127.0.0.1/callback");
        settings.put(PREFIX + "desk-redirect-uris[1]", "http://127.0.0.1/swagger-ui/oauth2-redirect.html");
        List<String> origins = Stream.of(Port.OPERATIONS, Port.IOM, Port.UNODC, Port.XA, Port.XB)
                .map(port -> site.url(port, "").toString())
                .toList();
        for (int i = 0; i < origins.size(); i++) {
            settings.put(PREFIX + "allowed-origins[" + i + "]", origins.get(i));
        }
        int client = 0;
        for (String principal : site.roster().principals()) {
            settings.putAll(client(site, principal, PREFIX + "clients[" + client++ + "]."));
        }
        int officer = 0;
        for (Officer person : site.roster().officers()) {
            settings.putAll(officer(site, person, PREFIX + "officers[" + officer++ + "]."));
        }
        return settings;
    }

    private static Map<String, String> client(Site site, String principal, String prefix) {
        String hash = hash(site.secrets().client(principal));
        String party = site.roster().parties().get(principal);
        if (party != null) {
            return Map.of(
                    prefix + "id", principal,
                    prefix + "secret-hash", hash,
                    prefix + "scopes",
                            principal.equals(party) ? "broker,registry,desk,operations,gate" : "broker,registry",
                    prefix + "party", party);
        }
        boolean mayWrite = principal.equals(site.roster().platform().operations());
        return Map.of(
                prefix + "id",
                principal,
                prefix + "secret-hash",
                hash,
                prefix + "scopes",
                "broker,registry",
                prefix + "roles",
                mayWrite ? "registry-admin" : "registry-reader");
    }

    private static Map<String, String> officer(Site site, Officer officer, String prefix) {
        return Map.of(
                prefix + "username", officer.username(),
                prefix + "password-hash", hash(site.secrets().officer(officer.username())),
                prefix + "party", officer.party(),
                prefix + "roles", officer.role());
    }

    /** Ten rounds do: the secrets are random, not chosen by people. */
    private static String hash(String secret) {
        return "{bcrypt}" + BCrypt.hashpw(secret, BCrypt.gensalt(10));
    }
}
