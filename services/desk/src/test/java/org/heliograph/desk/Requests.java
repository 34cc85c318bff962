package org.heliograph.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Made requests. */
final class Requests {

    private Requests() {}

    static Map<String, Object> to(String... addressees) {
        return new TreeMap<>(Map.of(
                "kind", "LEGISLATIVE_ASSISTANCE",
                "status", "EXERCISE",
                "addressees", List.of(addressees),
                "subject", "Review of a draft law",
                "factsSummary", "A draft is before parliament.",
                "assistanceSought", "Comments on article 5"));
    }

    static Map<String, Object> with(String field, Object value) {
        Map<String, Object> request = to("unodc");
        request.put(field, value);
        return request;
    }

    static Map<String, Object> without(String... fields) {
        Map<String, Object> request = to("unodc");
        List.of(fields).forEach(request::remove);
        return request;
    }
}
