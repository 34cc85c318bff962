package org.heliograph.standalone.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a client says of itself at its check endpoint.
 *
 * @param instance another one each time that the client is started
 * @param group in which it reads
 * @param handled how often each event was handled, in the order of the first times
 * @param recalled how often the recall of each key was taken
 */
record Sight(String instance, String group, Map<String, Integer> handled, Map<String, Integer> recalled) {

    Sight {
        handled = Collections.unmodifiableMap(new LinkedHashMap<>(handled));
        recalled = Map.copyOf(recalled);
    }

    /** @throws IllegalArgumentException with what is missing in the answer, and what was expected */
    static Sight of(JsonNode answer) {
        for (String name : new String[] {"instance", "group"}) {
            if (!answer.path(name).isString()) {
                throw new IllegalArgumentException("it says no '%s', expected a text".formatted(name));
            }
        }
        return new Sight(
                answer.path("instance").asString(""),
                answer.path("group").asString(""),
                counts(answer, "handled"),
                counts(answer, "recalled"));
    }

    private static Map<String, Integer> counts(JsonNode answer, String name) {
        JsonNode list = answer.path(name);
        if (!list.isArray()) {
            throw new IllegalArgumentException(
                    "it says no '%s', expected a list of {\"key\": …, \"times\": …}".formatted(name));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        list.forEach(item ->
                counts.merge(item.path("key").asString(""), item.path("times").asInt(0), Integer::sum));
        return counts;
    }
}
