package org.heliograph.identity.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The scopes that decide a token's audience. A token has one audience, therefore a request has one of these. */
public enum AudienceScope {
    BROKER,
    REGISTRY,
    DESK,
    OPERATIONS,
    IDENTITY;

    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(AudienceScope::value).toList();
    }

    public static List<AudienceScope> among(Collection<String> requested) {
        return Arrays.stream(values())
                .filter(scope -> requested.contains(scope.value()))
                .toList();
    }
}
