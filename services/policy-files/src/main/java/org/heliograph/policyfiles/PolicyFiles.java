package org.heliograph.policyfiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The deployed files of the policy, with changes, in a folder of their own. For tests that run in their module. */
public final class PolicyFiles {

    public static final Path DEPLOYED = Path.of("../../deploy/policy");
    public static final List<String> NAMES =
            List.of("platform.yaml", "parties.yaml", "events.yaml", "declassifiers.yaml", "grants.yaml");

    /** As a change: takes an entry away. */
    private static final String NOTHING = "-";

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Path folder;

    public PolicyFiles(Path folder) {
        this.folder = folder;
        restore();
    }

    /** In a new folder of the module's build. */
    public static PolicyFiles ofBuild() {
        try {
            return new PolicyFiles(Files.createTempDirectory(Path.of("target"), "policy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As they are deployed, again. */
    public PolicyFiles restore() {
        NAMES.forEach(file -> write(file, text(DEPLOYED.resolve(file))));
        return this;
    }

    public Path folder() {
        return folder;
    }

    public String text(String file) {
        return text(folder.resolve(file));
    }

    /** All texts, by the files' names. */
    public SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        NAMES.forEach(file -> texts.put(file, text(file)));
        return texts;
    }

    /**
     * Entries of maps are put or replaced one by one, at any depth; one that becomes {@code "-"} is taken away. All
     * else is replaced whole.
     */
    public PolicyFiles change(String file, @Nullable JsonNode changes) {
        if (changes != null) {
            JsonNode tree = YAML.readTree(text(file));
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
        String content = text(file);
        if (!content.contains(text)) {
            throw new IllegalArgumentException(file + " does not contain " + text);
        }
        return write(file, content.replace(text, by));
    }

    public PolicyFiles write(String file, String content) {
        try {
            Files.writeString(folder.resolve(file), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A change that takes from some parties, and gives to nobody. */
    public PolicyFiles withholdRouteAlertsFrom(String role) {
        Map<String, String> none = Map.of(role, NOTHING);
        return change(
                "events.yaml",
                Map.of("events", Map.of("alert.route", Map.of("access", none, "accessFromAmber", none))));
    }

    /** A grant: research partners may have route alerts from a minute ago on; by the matrix they have none. */
    public PolicyFiles grantRouteAlertsToResearch(Instant until) {
        Map<String, String> grant = Map.of(
                "party", "research",
                "event", "alert.route",
                "purpose", "PREVENTION_INFORMATION",
                "legalBasis", "Agreement on an exercise",
                "caseReference", "any",
                "requestedBy", "head-of-research",
                "approvedBy", "legal-officer",
                "from",
                        Instant.now()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .minusSeconds(60)
                                .toString(),
                "until", until.truncatedTo(ChronoUnit.SECONDS).toString());
        return change("grants.yaml", Map.of("grants", Map.of("exercise", grant)));
    }

    /** Takes a party out of every map and every list. */
    public PolicyFiles without(String party) {
        for (String file : NAMES) {
            JsonNode tree = YAML.readTree(text(file));
            take(party, tree);
            write(file, YAML.writeValueAsString(tree));
        }
        return this;
    }

    private static void take(String name, JsonNode tree) {
        if (tree instanceof ObjectNode map) {
            map.remove(name);
        } else if (tree instanceof ArrayNode list) {
            list.removeIf(element -> element.isString() && element.asString().equals(name));
        }
        tree.forEach(below -> take(name, below));
    }

    private static void merge(ObjectNode target, JsonNode changes) {
        changes.properties().forEach(change -> {
            if (target.get(change.getKey()) instanceof ObjectNode below && change.getValue() instanceof ObjectNode) {
                merge(below, change.getValue());
            } else if (change.getValue().isString()
                    && change.getValue().asString().equals(NOTHING)) {
                target.remove(change.getKey());
            } else {
                target.set(change.getKey(), change.getValue());
            }
        });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
