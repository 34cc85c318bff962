package org.heliograph.desk.pages.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heliograph.pages.design.Shell;
import tools.jackson.databind.JsonNode;

/** Parts of an event as it was stored, for reading. What it does not say is left out: unknown is never 0. */
public final class StoredFacts {

    private final JsonNode event;
    private final Shell shell;
    private final List<Fact> facts = new ArrayList<>();

    public StoredFacts(JsonNode event, Shell shell) {
        this.event = event;
        this.shell = shell;
    }

    /** A label of the bundles with its values, in words. */
    public record Fact(String label, List<String> values) {}

    /**
     * Adds these parts.
     *
     * @param labels prefix of the keys of the labels
     * @param vocabularies of the parts that are words, by part
     */
    public StoredFacts add(String labels, Map<String, String> vocabularies, String... parts) {
        for (String part : parts) {
            JsonNode found = event.path(part);
            List<String> values = (found.isArray() ? found.valueStream() : Stream.of(found))
                    .filter(JsonNode::isValueNode)
                    .filter(value -> !value.isNull())
                    .map(value -> said(part, value.asString(), vocabularies))
                    .toList();
            if (!values.isEmpty()) {
                facts.add(new Fact(labels + "." + part, values));
            }
        }
        return this;
    }

    /** Adds a value that is deeper in. */
    public StoredFacts addAt(String label, String pointer) {
        JsonNode found = event.at(pointer);
        if (found.isValueNode() && !found.isNull()) {
            facts.add(new Fact(label, List.of(found.asString())));
        }
        return this;
    }

    public List<Fact> all() {
        return List.copyOf(facts);
    }

    private String said(String part, String value, Map<String, String> vocabularies) {
        String vocabulary = vocabularies.get(part);
        if (vocabulary != null) {
            return shell.word(vocabulary, value);
        }
        return part.endsWith("At") || part.startsWith("valid") ? shell.time(value) : value;
    }
}
