package org.heliograph.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The scopes that decide a token's audience. A token has one audience, therefore a request has one of these. */
enum AudienceScope {
    BROKER,
    REGISTRY,
    DESK,
    OPERATIONS,
    GATE;

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<AudienceScope> among(Collection<String> requested) {
        return Arrays.stream(values())
                .filter(scope -> requested.contains(scope.value()))
                .toList();
    }
}
