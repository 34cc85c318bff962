package org.heliograph.sharing.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a file to nodes that know their lines, so that every error can name one. */
final class YamlSource {

    /** Deeper than any policy, and shallow enough for every stack. */
    private static final int DEEPEST = 20;

    private YamlSource() {}

    /** The content of the file; empty if it cannot be read, which is then noted. */
    static Optional<Located> read(Path directory, String file, PolicyErrors errors) {
        errors.begin(file);
        try {
            byte[] bytes = Files.readAllBytes(directory.resolve(file));
            return compose(new String(bytes, StandardCharsets.UTF_8), file, errors);
        } catch (IOException e) {
            errors.add(file, "cannot be read in " + directory);
            return Optional.empty();
        }
    }

    private static Optional<Located> compose(String text, String file, PolicyErrors errors) {
        try {
            // Aliases are only counted here, never followed; isPlain finds the first and names its line.
            Optional<Node> root = new Compose(LoadSettings.builder()
                            .setLabel(file)
                            .setMaxAliasesForCollections(Integer.MAX_VALUE)
                            .build())
                    .composeString(text);
            if (root.isEmpty()) {
                errors.add(file, "found nothing, expected a value");
                return Optional.empty();
            }
            return isPlain(root.get(), file, errors)
                    ? Optional.of(new Located(errors, file, "", root.get()))
                    : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            errors.add(file, line(e), "syntax", e.getProblem(), "readable YAML");
        } catch (YamlEngineException e) {
            errors.add(file, "cannot be read as YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            errors.add(file, "cannot be read as YAML: it is nested too deeply");
        }
        return Optional.empty();
    }

    /** Whether each value stands where it is read: an alias would hide from a reviewer what is said somewhere else. */
    private static boolean isPlain(Node root, String file, PolicyErrors errors) {
        return isPlain(root, file, errors, Collections.newSetFromMap(new IdentityHashMap<>()), 0);
    }

    private static boolean isPlain(Node node, String file, PolicyErrors errors, Set<Node> seen, int depth) {
        if (!seen.add(node) || depth > DEEPEST) {
            errors.add(file, line(node), "syntax", depth > DEEPEST ? "deep nesting" : "an alias", "the value itself");
            return false;
        }
        return children(node).allMatch(child -> isPlain(child, file, errors, seen, depth + 1));
    }

    private static Stream<Node> children(Node node) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream().flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()));
            case SequenceNode sequence -> sequence.getValue().stream();
            default -> List.<Node>of().stream();
        };
    }

    static int line(Node node) {
        return node.getStartMark().map(YamlSource::line).orElse(1);
    }

    private static int line(MarkedYamlEngineException fault) {
        return fault.getProblemMark().map(YamlSource::line).orElse(1);
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
