package org.heliograph.exchange.broker;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Kafka's clients fetch tokens only from URLs in a system property, so that nobody who can inject client settings can
 * send a secret elsewhere. Our token endpoint comes from our own validated settings and from nowhere else, so where the
 * operator gave no list it is set to exactly that endpoint; where the operator gave one, it is never widened.
 */
final class AllowedTokenUrls {

    private static final String PROPERTY = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final List<String> OURS = new ArrayList<>();

    private AllowedTokenUrls() {}

    static synchronized void allow(URI tokenUri) {
        String url = tokenUri.toString();
        String given = System.getProperty(PROPERTY);
        if (given == null || given.equals(String.join(",", OURS))) {
            if (!OURS.contains(url)) {
                OURS.add(url);
            }
            System.setProperty(PROPERTY, String.join(",", OURS));
        } else if (!List.of(given.split(",")).contains(url)) {
            throw new IllegalStateException(
                    "System property " + PROPERTY + " does not list heliograph.oauth.token-uri " + url);
        }
    }
}
