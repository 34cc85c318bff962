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
                "assistanceSought", "Comments on article 5",
                "details", legislative()));
    }

    static Map<String, Object> legislative() {
        return Map.of(
                "legislativeAssistance",
                Map.of("law", "Bill 12/2026", "stage", "PLANNED", "articles", List.of("5", "16")));
    }

    /** Mutual legal assistance, which the desks of tests do not handle. */
    static Map<String, Object> foreignTo(String addressee) {
        Map<String, Object> request = to(addressee);
        request.put("kind", "MLA_PREPARATION");
        request.put(
                "details",
                Map.of(
                        "mlaPreparation",
                        Map.of(
                                "requestingAuthority", "Ministry of Justice of XA",
                                "requestedAuthority", "Ministry of Justice of XB",
                                "offence", "Smuggling of migrants",
                                "evidenceSought", "Records of a shipyard",
                                "form", "Certified copies")));
        return request;
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
