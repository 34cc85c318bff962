package org.heliograph.sharing.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a file of the policy, with where it stands. What is asked of it and not there is noted as an error. */
final class Located {

    private final PolicyErrors errors;
    private final String file;
    private final String place;
    private final Node node;

    Located(PolicyErrors errors, String file, String place, Node node) {
        this.errors = errors;
        this.file = file;
        this.place = place;
        this.node = node;
    }

    void error(Object found, String expected) {
        errors.add(file, YamlSource.line(node), place.isEmpty() ? "file" : place, found, expected);
    }

    /** Notes an error at a field of this mapping: at the field's own line where it stands. */
    void error(String field, Object found, String expected) {
        Optional<Located> value = find(field);
        if (value.isPresent()) {
            value.get().error(found, expected);
        } else {
            errors.add(file, YamlSource.line(node), below(field), found, expected);
        }
    }

    boolean isNothing() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    /** A scalar as it is written; nothing is nothing. */
    Optional<String> scalar() {
        return node instanceof ScalarNode scalar && !isNothing() ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** What it is, for the message of an error. */
    String found() {
        return switch (node) {
            case ScalarNode scalar when isNothing() -> "nothing";
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> "a list";
            default -> "a mapping";
        };
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** The elements of a list; none if it is no list, which is noted. */
    List<Located> items() {
        if (!(node instanceof SequenceNode sequence)) {
            error(found(), isNothing() ? "a value" : "a list");
            return List.of();
        }
        List<Located> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Located(errors, file, place, item));
        }
        return items;
    }

    /**
     * The entries of a mapping in the order in which they are written; none if it is no mapping, which is noted. Of a
     * key that stands there twice the first is taken, and the second is noted.
     */
    Map<String, Located> entries(boolean nested) {
        Map<String, Located> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            error(found(), isNothing() ? "a value" : "a mapping");
            return entries;
        }
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Located at = new Located(errors, file, place, tuple.getKeyNode());
            Optional<String> key = at.scalar();
            if (key.isEmpty()) {
                at.error(at.found(), "a name");
                continue;
            }
            String name = nested ? below(key.get()) : key.get();
            Integer first = lines.putIfAbsent(key.get(), YamlSource.line(tuple.getKeyNode()));
            if (first != null) {
                new Located(errors, file, name, tuple.getKeyNode())
                        .error("it twice", "it once; it stands in line %d too".formatted(first));
            } else {
                entries.put(key.get(), new Located(errors, file, name, tuple.getValueNode()));
            }
        }
        return entries;
    }

    /**
     * Reads a mapping with known fields.
     *
     * @return empty if an error was noted while reading
     */
    <T> Optional<T> whole(Set<String> known, Function<Fields, T> read) {
        int before = errors.count();
        Optional<T> value = partly(known, read);
        return errors.count() == before ? value : Optional.empty();
    }

    /** As {@link #whole}, but with errors within too: what stands beside them can still be checked. */
    <T> Optional<T> partly(Set<String> known, Function<Fields, T> read) {
        if (!(node instanceof MappingNode)) {
            error(found(), isNothing() ? "a value" : "a mapping");
            return Optional.empty();
        }
        return Optional.of(read.apply(new Fields(this, entries(true), known)));
    }

    /** Notes a key of this mapping that means nothing here. */
    void unknown(String key, Set<String> known) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().stream()
                    .map(NodeTuple::getKeyNode)
                    .filter(name -> name instanceof ScalarNode scalar
                            && scalar.getValue().equals(key))
                    .findFirst()
                    .ifPresent(
                            name -> new Located(errors, file, below(key), name).error(key, Spelling.hint(key, known)));
        }
    }

    private Optional<Located> find(String field) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(field)) {
                    return Optional.of(new Located(errors, file, below(field), tuple.getValueNode()));
                }
            }
        }
        return Optional.empty();
    }

    private String below(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }
}
