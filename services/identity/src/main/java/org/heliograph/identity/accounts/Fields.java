package org.heliograph.identity.accounts;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object, read field by field, so that a mistake can be told with its place and without its secrets. */
record Fields(String place, JsonNode object) {

    private static final JsonMapper JSON = new JsonMapper();

    static Fields of(String text) {
        try {
            return in("", JSON.readTree(text));
        } catch (JacksonException e) {
            throw new InvalidFieldException("content", "one JSON object", "text that is none");
        }
    }

    private static Fields in(String place, JsonNode node) {
        Expect.that(node.isObject(), place.isEmpty() ? "content" : place, "a JSON object", kind(node));
        return new Fields(place.isEmpty() ? "" : place + ".", node);
    }

    Fields only(String... names) {
        Set<String> unknown = new TreeSet<>(object.propertyNames());
        List.of(names).forEach(unknown::remove);
        Expect.that(unknown.isEmpty(), place + String.join(", ", unknown), "no such field", "one");
        return this;
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        JsonNode node = object.path(name);
        Expect.that(node.isString(), place + name, "a text", kind(node));
        return node.stringValue();
    }

    /** Whatever else is found is not repeated. */
    String hash(String name) {
        JsonNode node = object.path(name);
        Expect.hash(place + name, node.isString() ? node.stringValue() : null);
        return node.stringValue();
    }

    boolean truth(String name) {
        JsonNode node = object.path(name);
        Expect.that(node.isBoolean(), place + name, "true or false", kind(node));
        return node.booleanValue();
    }

    Instant time(String name) {
        String text = text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidFieldException(place + name, "a time such as 2026-01-31T12:00:00Z", text);
        }
    }

    /** @param allowed any, if it is empty */
    Set<String> words(String name, Collection<String> allowed) {
        Set<String> words = new TreeSet<>();
        for (JsonNode item : list(name)) {
            Expect.that(item.isString(), place + name + "[]", "a text", kind(item));
            String word = item.stringValue();
            Expect.that(allowed.isEmpty() || allowed.contains(word), place + name + "[]", "one of " + allowed, word);
            words.add(word);
        }
        return words;
    }

    List<Fields> items(String name) {
        List<Fields> items = new ArrayList<>();
        for (JsonNode item : list(name)) {
            items.add(in(place + name + "[" + items.size() + "]", item));
        }
        return items;
    }

    private JsonNode list(String name) {
        JsonNode node = object.path(name);
        Expect.that(node.isArray(), place + name, "a list", kind(node));
        return node;
    }

    private static String kind(JsonNode node) {
        return node.isMissingNode() ? "nothing" : "a value of the kind " + node.getNodeType();
    }
}
