package org.heliograph.sharing.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The deployed files of the policy, with changes, in a folder of their own. */
public final class PolicyFiles {

    static final Path DEPLOYED = Path.of("../../deploy/policy");
    static final List<String> FILES =
            List.of("platform.yaml", "parties.yaml", "events.yaml", "declassifiers.yaml", "grants.yaml");

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path folder;

    public PolicyFiles(Path folder) {
        this.folder = folder;
        for (String file : FILES) {
            write(file, read(DEPLOYED.resolve(file)));
        }
    }

    public Path folder() {
        return folder;
    }

    public Policy compile() {
        return PolicyCompiler.compile(folder);
    }

    /** Entries of maps are put or replaced one by one, at any depth; all else is replaced whole. */
    public PolicyFiles change(String file, @Nullable JsonNode changes) {
        if (changes != null) {
            JsonNode tree = YAML.readTree(read(folder.resolve(file)));
            merge((ObjectNode) tree, changes);
            write(file, YAML.writeValueAsString(tree));
        }
        return this;
    }

    public PolicyFiles change(String file, Map<String, ?> changes) {
        return change(file, YAML.<JsonNode>valueToTree(changes));
    }

    /** Replaces text, which must be there. */
    public PolicyFiles replace(String file, String text, String by) {
        String content = read(folder.resolve(file));
        if (!content.contains(text)) {
            throw new IllegalArgumentException(file + " does not contain " + text);
        }
        write(file, content.replace(text, by));
        return this;
    }

    public PolicyFiles write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entry that is changed to nothing at all, {@code "-"}, is taken away. */
    private static void merge(ObjectNode target, JsonNode changes) {
        changes.properties().forEach(change -> {
            if (target.get(change.getKey()) instanceof ObjectNode below && change.getValue() instanceof ObjectNode) {
                merge(below, change.getValue());
            } else if (change.getValue().isString()
                    && change.getValue().asString().equals("-")) {
                target.remove(change.getKey());
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
