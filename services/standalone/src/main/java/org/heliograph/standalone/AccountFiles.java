package org.heliograph.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.crypto.bcrypt.BCrypt;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays out accounts for identity, which sees hashes only: those that it does not have yet and that nobody has removed,
 * while identity does not run. All others are identity's own.
 */
final class AccountFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private final Site site;
    private final String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    AccountFiles(Site site) {
        this.site = site;
    }

    static Path folder(StateFolder state) {
        return state.data().resolve("identity").resolve("accounts");
    }

    void layOut() {
        Path clients = folder(site.state()).resolve("clients");
        Path officers = folder(site.state()).resolve("officers");
        for (String principal : site.roster().clients()) {
            if (!Files.exists(clients.resolve(principal + ".removed"))) {
                write(clients.resolve(principal + ".json"), () -> client(principal));
            }
        }
        for (Officer officer : site.roster().officers()) {
            write(officers.resolve(officer.username() + ".json"), () -> officer(officer));
        }
    }

    private static void write(Path file, Supplier<Map<String, Object>> account) {
        if (!Files.exists(file)) {
            StateFolder.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(account.get()));
        }
    }

    private Map<String, Object> client(String principal) {
        String party = site.roster().parties().get(principal);
        boolean operations = principal.equals(site.roster().platform().operations());
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", principal);
        if (party != null) {
            account.put("party", party);
        }
        account.put("scopes", scopes(principal, principal.equals(party), operations));
        account.put("roles", List.of(operations ? "registry-admin" : "registry-reader"));
        account.put("secrets", List.of(Map.of("hash", hash(site.secrets().client(principal)))));
        account.put("tokensFrom", now);
        return account;
    }

    private static List<String> scopes(String principal, boolean partyItself, boolean operations) {
        if (principal.equals(Roster.METRICS)) {
            return List.of("operations", "gate", "identity");
        }
        if (partyItself) {
            return List.of("broker", "registry", "desk", "operations", "gate", "identity");
        }
        return operations ? List.of("broker", "registry", "gate", "identity") : List.of("broker", "registry");
    }

    private Map<String, Object> officer(Officer officer) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("username", officer.username());
        account.put("party", officer.party());
        account.put("roles", List.of(officer.role()));
        account.put("passwordHash", hash(site.secrets().officer(officer.username())));
        account.put("enabled", true);
        account.put("tokensFrom", now);
        return account;
    }

    /** Ten rounds do: the secrets are random, not chosen by people. */
    private static String hash(String secret) {
        return "{bcrypt}" + BCrypt.hashpw(secret, BCrypt.gensalt(10));
    }
}
