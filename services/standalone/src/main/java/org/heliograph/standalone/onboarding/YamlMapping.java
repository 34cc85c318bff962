package org.heliograph.standalone.onboarding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.heliograph.standalone.StackException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of a YAML file, edited line by line: what an edit does not concern stays as it is, to the last blank. A
 * comment within an entry goes with it, one above an entry stays.
 */
final class YamlMapping {

    private static final Pattern LINE_ENDS = Pattern.compile("(?<=\n)");

    private final String name;
    private final List<String> lines;
    private final MappingNode mapping;

    private YamlMapping(String name, List<String> lines, MappingNode mapping) {
        this.name = name;
        this.lines = lines;
        this.mapping = mapping;
    }

    /**
     * The mapping that stands under this key at the top of the text.
     *
     * @throws StackException if there is none, or it is written in one line
     */
    static YamlMapping in(String text, String key) {
        Node root;
        try {
            root = new Compose(LoadSettings.builder().build())
                    .composeString(text)
                    .orElseThrow(() -> new StackException("found an empty file, expected " + key));
        } catch (YamlEngineException e) {
            throw new StackException("cannot be read as YAML: " + e.getMessage(), e);
        }
        List<String> lines = new ArrayList<>(List.of(LINE_ENDS.split(text, -1)));
        if (lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return block(key, lines, value(root, key).map(NodeTuple::getValueNode));
    }

    /** Whether the mapping under this key has no entries at all. */
    static boolean isEmpty(String text, String key) {
        Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
        return root.flatMap(node -> value(node, key))
                .map(NodeTuple::getValueNode)
                .filter(value ->
                        value instanceof MappingNode node && node.getValue().isEmpty())
                .isPresent();
    }

    private static YamlMapping block(String name, List<String> lines, Optional<Node> node) {
        return node.filter(found -> found instanceof MappingNode block && block.getFlowStyle() == FlowStyle.BLOCK)
                .map(found -> new YamlMapping(name, lines, (MappingNode) found))
                .orElseThrow(() -> new StackException("%s: expected its entries one below the other".formatted(name)));
    }

    Optional<YamlMapping> entry(String key) {
        return value(mapping, key).map(tuple -> block(name + "." + key, lines, Optional.of(tuple.getValueNode())));
    }

    List<String> keys() {
        return mapping.getValue().stream()
                .map(NodeTuple::getKeyNode)
                .filter(ScalarNode.class::isInstance)
                .map(key -> ((ScalarNode) key).getValue())
                .toList();
    }

    /** A value as it is written, without quotes. */
    Optional<String> scalar(String key) {
        return value(mapping, key)
                .map(NodeTuple::getValueNode)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).getValue());
    }

    Optional<Node> node(String key) {
        return value(mapping, key).map(NodeTuple::getValueNode);
    }

    private static Optional<NodeTuple> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    /** Blanks before each of its keys. */
    String indent() {
        return " ".repeat(start(mapping.getValue().getFirst().getKeyNode()).getColumn());
    }

    /** The text with these lines at the end of the mapping, each indented as its keys are. */
    String with(List<String> added) {
        int last = within(lastLine(mapping));
        return insert(last + 1, added.stream().map(line -> indent() + line).toList());
    }

    /** The text without this entry, and without what stands within it. */
    String without(String key) {
        NodeTuple tuple = value(mapping, key).orElseThrow();
        int first = start(tuple.getKeyNode()).getLine();
        int last = within(lastLine(tuple.getValueNode()));
        List<String> left = new ArrayList<>(lines.subList(0, first));
        left.addAll(lines.subList(last + 1, lines.size()));
        return String.join("", left);
    }

    /** The text with a line below the one on which this node ends. */
    String withLineBelow(Node node, String line) {
        return insert(lastLine(node) + 1, List.of(line));
    }

    /** The text with something written at a place of a line. */
    String withText(Mark place, int before, String written) {
        List<String> changed = new ArrayList<>(lines);
        String line = changed.get(place.getLine());
        int at = line.offsetByCodePoints(0, place.getColumn()) - before;
        changed.set(place.getLine(), line.substring(0, at) + written + line.substring(at));
        return String.join("", changed);
    }

    /** Up to here, comments that are indented deeper than the mapping's keys belong to what stands above them. */
    private int within(int last) {
        int column = start(mapping.getValue().getFirst().getKeyNode()).getColumn();
        int end = last;
        while (end + 1 < lines.size() && isCommentDeeperThan(lines.get(end + 1), column)) {
            end++;
        }
        return end;
    }

    private static boolean isCommentDeeperThan(String line, int column) {
        String stripped = line.stripLeading();
        return stripped.startsWith("#") && line.length() - stripped.length() > column;
    }

    private String insert(int line, List<String> added) {
        String end = lines.getFirst().endsWith("\r\n") ? "\r\n" : "\n";
        List<String> changed = new ArrayList<>(lines);
        if (line == changed.size() && !changed.getLast().endsWith("\n")) {
            changed.set(line - 1, changed.getLast() + end);
        }
        changed.addAll(line, added.stream().map(each -> each + end).toList());
        return String.join("", changed);
    }

    /** A block ends where the next one begins, so its last line is that of the last value within it. */
    static int lastLine(Node node) {
        if (node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK) {
            return children(collection)
                    .map(YamlMapping::lastLine)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        Mark end = node.getEndMark().orElseThrow();
        boolean atTheNext = end.getColumn() == 0 && end.getLine() > start(node).getLine();
        return atTheNext ? end.getLine() - 1 : end.getLine();
    }

    private static Stream<Node> children(CollectionNode<?> collection) {
        return collection.getValue().stream()
                .map(child -> child instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) child);
    }

    static Mark start(Node node) {
        return node.getStartMark().orElseThrow();
    }
}
