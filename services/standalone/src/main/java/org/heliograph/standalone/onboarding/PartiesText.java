package org.heliograph.standalone.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.heliograph.standalone.StackException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of {@code parties.yaml}, and each edit of it as a new text. Order, comments and line ends stay. Whether the
 * result is a policy is for the compiler.
 */
public record PartiesText(String text) {

    public static final String FILE = "parties.yaml";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PARTIES = "parties";
    private static final String SYSTEMS = "systems";
    private static final String SUSPENDED = "suspended";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]([A-Za-z0-9 .-]*[A-Za-z0-9.])?");
    private static final Set<String> NOT_PLAIN = Set.of("true", "false", "null");

    /**
     * A party that comes.
     *
     * @param authority of an office or a client alone
     */
    public record NewParty(
            String id, String name, String role, @Nullable String authority, List<String> systems) {}

    /** With this party as the last. */
    public PartiesText with(NewParty party) {
        YamlMapping parties = parties();
        if (parties.keys().contains(party.id())) {
            throw new StackException("party '%s' stands in %s already".formatted(party.id(), FILE));
        }
        List<String> lines = new ArrayList<>(
                List.of(party.id() + ":", "  name: " + quoted(party.name()), "  role: " + quoted(party.role())));
        if (party.authority() != null) {
            lines.add("  authority: " + quoted(party.authority()));
        }
        if (!party.systems().isEmpty()) {
            lines.add("  systems: [%s]"
                    .formatted(String.join(
                            ", ",
                            party.systems().stream().map(PartiesText::quoted).toList())));
        }
        return new PartiesText(parties.with(lines));
    }

    public PartiesText without(String party) {
        existing(party);
        return new PartiesText(parties().without(party));
    }

    public PartiesText suspended(String party) {
        YamlMapping entry = existing(party);
        Optional<String> said = entry.scalar(SUSPENDED);
        if (said.filter("true"::equals).isPresent()) {
            throw new StackException("party '%s' is suspended already, by %s".formatted(party, FILE));
        }
        PartiesText unsaid = said.isPresent() ? new PartiesText(entry.without(SUSPENDED)) : this;
        return new PartiesText(unsaid.existing(party).with(List.of(SUSPENDED + ": true")));
    }

    public PartiesText resumed(String party) {
        YamlMapping entry = existing(party);
        if (entry.scalar(SUSPENDED).filter("true"::equals).isEmpty()) {
            throw new StackException("party '%s' is not suspended itself, by %s%s"
                    .formatted(
                            party,
                            FILE,
                            entry.scalar("authority")
                                    .map("; its authority is '%s'"::formatted)
                                    .orElse("")));
        }
        return new PartiesText(entry.without(SUSPENDED));
    }

    public PartiesText withSystem(String party, String system) {
        YamlMapping entry = existing(party);
        if (systems(party).contains(system)) {
            throw new StackException("party '%s' has a system '%s' already, by %s".formatted(party, system, FILE));
        }
        Optional<Node> list = entry.node(SYSTEMS);
        if (list.isEmpty()) {
            return new PartiesText(entry.with(List.of("%s: [%s]".formatted(SYSTEMS, quoted(system)))));
        }
        if (!(list.get() instanceof SequenceNode sequence)) {
            throw new StackException("%s: parties.%s.systems: expected a list".formatted(FILE, party));
        }
        if (sequence.getFlowStyle() == FlowStyle.FLOW) {
            String comma = sequence.getValue().isEmpty() ? "" : ", ";
            return new PartiesText(entry.withText(sequence.getEndMark().orElseThrow(), 1, comma + quoted(system)));
        }
        // Before the first item stand its dash and a blank or more.
        Node first = sequence.getValue().getFirst();
        String indent = " ".repeat(YamlMapping.start(sequence).getColumn());
        String gap = " ".repeat(YamlMapping.start(first).getColumn() - indent.length() - 1);
        return new PartiesText(entry.withLineBelow(sequence, indent + "-" + gap + quoted(system)));
    }

    /** Its further principals. */
    public SortedSet<String> systems(String party) {
        SortedSet<String> systems = new TreeSet<>();
        if (existing(party).node(SYSTEMS).orElse(null) instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    systems.add(scalar.getValue());
                }
            }
        }
        return systems;
    }

    private YamlMapping parties() {
        return YamlMapping.in(text, PARTIES);
    }

    private YamlMapping existing(String party) {
        YamlMapping parties = parties();
        return parties.entry(party)
                .orElseThrow(() ->
                        new StackException("no party '%s' in %s; there are %s".formatted(party, FILE, parties.keys())));
    }

    private static String quoted(String text) {
        // What JSON quotes, YAML reads the same.
        return PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text) ? text : JSON.writeValueAsString(text);
    }
}
