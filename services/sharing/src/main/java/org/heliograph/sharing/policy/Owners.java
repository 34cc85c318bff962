package org.heliograph.sharing.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Principals share one name space at the broker: two of one name would be one. */
final class Owners {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    private final Map<String, String> owners =
            new HashMap<>(Map.of("broker", "the broker itself", Party.PUBLIC, "everybody: receipts name it so"));

    void claim(Located at, String principal, String owner) {
        checkId(at, principal);
        String other = owners.putIfAbsent(principal, owner);
        if (other != null) {
            at.error(principal, "a principal that is not taken; it belongs to " + other);
        }
    }

    static void checkId(Located at, String id) {
        if (!ID.matcher(id).matches()) {
            at.error(id, "lower-case letters, digits and '-', starting with a letter");
        }
    }
}
