package org.heliograph.operations.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.sharing.policy.RegisteredSchema;

/** A registry as Apicurio's is: one text has one id, which it keeps, and an import leaves out in silence. */
final class RegistryInMemory implements LiveRegistry {

    private final NavigableMap<Integer, String> texts = new TreeMap<>();
    private final Map<String, List<Integer>> versions = new HashMap<>();
    private final Map<String, String> rules = new HashMap<>();
    private boolean away;
    private boolean importsNothing;

    /** Its database is empty. */
    void lose() {
        texts.clear();
        versions.clear();
        rules.clear();
    }

    /** The subject is deleted for good, and its texts with it. */
    void forget(String subject) {
        versionsOf(subject).forEach(texts::remove);
        versions.remove(subject);
    }

    List<Integer> versionsOf(String subject) {
        return versions.getOrDefault(subject, List.of());
    }

    void goAway() {
        away = true;
    }

    void importNothing() {
        importsNothing = true;
    }

    /** What readers and writers find: "id subject" of each version, in the order of versions. */
    List<String> standing() {
        List<String> standing = new ArrayList<>();
        versions.forEach((subject, ids) -> ids.forEach(id -> standing.add(id + " " + subject)));
        return standing;
    }

    @Override
    public NavigableSet<String> subjects() throws IOException {
        answer();
        return new TreeSet<>(versions.keySet());
    }

    @Override
    public OptionalInt find(String subject, String definition) throws IOException {
        answer();
        return versionsOf(subject).stream()
                .filter(id -> definition.equals(texts.get(id)))
                .mapToInt(id -> id)
                .findFirst();
    }

    @Override
    public Optional<String> definition(int id) throws IOException {
        answer();
        return versions.values().stream().anyMatch(ids -> ids.contains(id))
                ? Optional.ofNullable(texts.get(id))
                : Optional.empty();
    }

    @Override
    public int register(String subject, String definition) throws IOException {
        answer();
        int id = texts.entrySet().stream()
                .filter(text -> text.getValue().equals(definition))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> texts.isEmpty() ? 1 : texts.lastKey() + 1);
        texts.put(id, definition);
        List<Integer> ids = versions.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!ids.contains(id)) {
            ids.add(id);
        }
        return id;
    }

    @Override
    public void place(Collection<RegisteredSchema> schemas) throws IOException {
        answer();
        if (!importsNothing) {
            schemas.stream()
                    .filter(schema -> !texts.containsValue(schema.definition()))
                    .forEach(schema -> texts.putIfAbsent(schema.id(), schema.definition()));
        }
    }

    @Override
    public String compatibility(String subject) throws IOException {
        answer();
        return rules.getOrDefault(subject, "");
    }

    @Override
    public void hold(String subject, String compatibility) throws IOException {
        answer();
        rules.put(subject, compatibility);
    }

    private void answer() throws IOException {
        if (away) {
            throw new IOException("away");
        }
    }
}
