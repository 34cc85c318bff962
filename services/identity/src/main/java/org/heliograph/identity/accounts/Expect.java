package org.heliograph.identity.accounts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of accounts have in common. */
final class Expect {

    static final String NAME = "lower-case letters, digits and hyphens, beginning with a letter";
    static final String HASH = "a hash: {bcrypt} followed by a bcrypt hash of cost 10 or more";

    private static final Pattern NAME_PATTERN = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern HASH_PATTERN =
            Pattern.compile("\\{bcrypt}\\$2[aby]\\$(1[0-9]|2[0-9]|3[01])\\$[./A-Za-z0-9]{53}");

    private Expect() {}

    static void that(boolean met, String field, String expected, Object found) {
        if (!met) {
            throw new InvalidFieldException(field, expected, String.valueOf(found));
        }
    }

    static void name(String field, @Nullable String value) {
        that(isName(value), field, NAME, value == null ? "nothing" : value);
    }

    static boolean isName(@Nullable String value) {
        return value != null && NAME_PATTERN.matcher(value).matches();
    }

    /** What was found is not repeated: it may be the secret itself. */
    static void hash(String field, @Nullable String value) {
        that(value != null && HASH_PATTERN.matcher(value).matches(), field, HASH, "something else");
    }
}
