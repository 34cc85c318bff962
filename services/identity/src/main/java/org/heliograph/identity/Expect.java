package org.heliograph.identity;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of settings. A failure names the property and what was expected, never the value: it may be a secret. */
final class Expect {

    static final String PRINCIPAL = "lower-case letters, digits and hyphens, beginning with a letter";
    static final String HASH = "a hash: {bcrypt} followed by a bcrypt hash of cost 10 or more";

    private static final Pattern PRINCIPAL_PATTERN = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern HASH_PATTERN =
            Pattern.compile("\\{bcrypt}\\$2[aby]\\$(1[0-9]|2[0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    private Expect() {}

    static void that(boolean met, String property, String expected) {
        if (!met) {
            throw new IllegalArgumentException(property + ": expected " + expected);
        }
    }

    static boolean isPrincipal(@Nullable String value) {
        return value != null && PRINCIPAL_PATTERN.matcher(value).matches();
    }

    static boolean isHash(@Nullable String value) {
        return value != null && HASH_PATTERN.matcher(value).matches();
    }

    static boolean isWebAddress(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
    }

    static boolean isOrigin(String value) {
        return value.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");
    }
}
