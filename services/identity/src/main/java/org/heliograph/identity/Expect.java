package org.heliograph.identity;

import java.net.URI;

/** Checks of settings. A failure names the property and what was expected, never the value: it may be a secret. */
final class Expect {

    private Expect() {}

    static void that(boolean met, String property, String expected) {
        if (!met) {
            throw new IllegalArgumentException(property + ": expected " + expected);
        }
    }

    static boolean isWebAddress(URI uri) {
        return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
    }

    static boolean isOrigin(String value) {
        return value.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");
    }
}
