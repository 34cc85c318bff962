package org.heliograph.identity.accounts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Accounts as text. What is unknown, missing or of another kind than expected is refused, with the field's name. */
final class AccountJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AccountJson() {}

    static SystemClient client(String name, String text) {
        Fields fields = Fields.of(text).only("id", "party", "scopes", "roles", "secrets", "tokensFrom");
        return new SystemClient(
                same(name, "id", fields.text("id")),
                fields.has("party") ? fields.text("party") : null,
                fields.words("scopes", AudienceScope.words()).stream()
                        .flatMap(word -> AudienceScope.among(Set.of(word)).stream())
                        .collect(Collectors.toSet()),
                fields.words("roles", List.of("registry-reader", "registry-admin")),
                fields.items("secrets").stream().map(AccountJson::secret).toList(),
                fields.time("tokensFrom"));
    }

    private static ClientSecret secret(Fields fields) {
        fields.only("hash", "until");
        return new ClientSecret(fields.hash("hash"), fields.has("until") ? fields.time("until") : null);
    }

    static Officer officer(String name, String text) {
        Fields fields = Fields.of(text).only("username", "party", "roles", "passwordHash", "enabled", "tokensFrom");
        return new Officer(
                same(name, "username", fields.text("username")),
                fields.text("party"),
                fields.words("roles", List.of("officer", Officer.OPERATOR)),
                fields.hash("passwordHash"),
                fields.truth("enabled"),
                fields.time("tokensFrom"));
    }

    static SortedSet<String> suspensions(String text) {
        SortedSet<String> parties =
                new TreeSet<>(Fields.of(text).only("parties").words("parties", List.of()));
        parties.forEach(party -> Expect.name("parties[]", party));
        return parties;
    }

    private static String same(String name, String field, String found) {
        Expect.that(found.equals(name), field, "the name of the file, " + name, found);
        return found;
    }

    static String text(SystemClient client) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", client.id());
        putUnlessNull(fields, "party", client.party());
        fields.put(
                "scopes",
                client.scopes().stream().sorted().map(AudienceScope::value).toList());
        fields.put("roles", client.roles());
        fields.put("secrets", client.secrets().stream().map(AccountJson::secret).toList());
        fields.put("tokensFrom", client.tokensFrom().toString());
        return text(fields);
    }

    private static Map<String, Object> secret(ClientSecret secret) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hash", secret.hash());
        Instant until = secret.until();
        putUnlessNull(fields, "until", until == null ? null : until.toString());
        return fields;
    }

    static String text(Officer officer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("username", officer.username());
        fields.put("party", officer.party());
        fields.put("roles", officer.roles());
        fields.put("passwordHash", officer.passwordHash());
        fields.put("enabled", officer.enabled());
        fields.put("tokensFrom", officer.tokensFrom().toString());
        return text(fields);
    }

    static String text(SortedSet<String> suspended) {
        return text(Map.of("parties", suspended));
    }

    private static void putUnlessNull(Map<String, Object> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static String text(Map<String, Object> fields) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
    }
}
