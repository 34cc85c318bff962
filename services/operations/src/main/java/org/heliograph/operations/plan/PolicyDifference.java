package org.heliograph.operations.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.operations.plan.Change.Kind;
import org.heliograph.sharing.policy.Policy;
import org.heliograph.sharing.policy.PolicyJson;
import org.heliograph.sharing.policy.RegisteredSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All places at which two policies differ, found in their text form: whatever a later release adds to a policy is
 * compared too, without a line of code for it.
 */
public final class PolicyDifference {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_VALUE = 200;

    private final List<Change> changes = new ArrayList<>();

    private PolicyDifference() {}

    public static List<Change> between(Policy before, Policy after) {
        PolicyDifference difference = new PolicyDifference();
        JsonNode old = JSON.readTree(PolicyJson.write(before));
        JsonNode next = JSON.readTree(PolicyJson.write(after));
        for (String part : names(old, next)) {
            // The version follows from the rest; schemas go by their names, not by their numbers.
            if (!"version".equals(part) && !"schemas".equals(part)) {
                difference.compare(List.of(part), old.get(part), next.get(part));
            }
        }
        difference.entries(List.of("schemas"), schemas(before), schemas(after));
        return List.copyOf(difference.changes);
    }

    private static SortedMap<String, JsonNode> schemas(Policy policy) {
        SortedMap<String, JsonNode> schemas = new TreeMap<>();
        for (RegisteredSchema schema : policy.schemas().values()) {
            String number = schema.id() < 0 ? "not registered yet" : "registered as " + schema.id();
            schemas.put(schema.name(), JSON.valueToTree(schema.fingerprint().substring(0, 12) + ", " + number));
        }
        return schemas;
    }

    private void compare(List<String> path, @Nullable JsonNode before, @Nullable JsonNode after) {
        boolean wasThere = before != null && !before.isNull();
        boolean isThere = after != null && !after.isNull();
        if (!wasThere || !isThere || before == null || after == null) {
            if (wasThere) {
                add(Kind.REMOVED, path, before, null);
            } else if (isThere) {
                add(Kind.ADDED, path, null, after);
            }
        } else if (before.isObject() && after.isObject()) {
            names(before, after).forEach(name -> compare(with(path, name), before.get(name), after.get(name)));
        } else if (before.isArray() && after.isArray()) {
            entries(path, elements(before), elements(after));
        } else if (!before.equals(after)) {
            add(Kind.CHANGED, path, before, after);
        }
    }

    private void entries(List<String> path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.forEach(key -> compare(with(path, key), before.get(key), after.get(key)));
    }

    /** Lists are sets here: of words, or of entries that have an id. */
    private static SortedMap<String, JsonNode> elements(JsonNode list) {
        SortedMap<String, JsonNode> elements = new TreeMap<>();
        for (JsonNode element : list) {
            elements.put(key(element), element);
        }
        return elements;
    }

    private static String key(JsonNode element) {
        if (element.isObject() && element.has("kid")) {
            return element.path("party").asString("") + "/"
                    + element.path("kid").asString("");
        }
        if (element.isObject() && element.has("id")) {
            return element.path("id").asString("");
        }
        return element.isValueNode() ? element.asString("") : element.toString();
    }

    private static Set<String> names(JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        return names;
    }

    private static List<String> with(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private void add(Kind kind, List<String> path, @Nullable JsonNode before, @Nullable JsonNode after) {
        String word = kind == Kind.CHANGED ? "" : path.getLast();
        changes.add(new Change(kind, path, text(word, before), text(word, after)));
    }

    /** What an element of a list of words is called stands in its path already. */
    private static @Nullable String text(String word, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        String text = value.isValueNode() ? value.asString("") : value.toString();
        if (text.equals(word)) {
            return "";
        }
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
