package org.heliograph.operations.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.heliograph.operations.plan.Change.Kind;
import org.heliograph.sharing.policy.Policy;

/**
 * Who can do more after a change, and who less. What is not known to be harmless counts as widening: a mistake then
 * costs a second signature, not a secret.
 */
final class AccessDifference {

    /** Compared by what comes of it for each party, or without weight for access. */
    private static final List<String[]> JUDGED = List.of(
            at("parties", "*", "name"),
            at("parties", "*", "authority"),
            at("parties", "*", "clearance"),
            at("parties", "*", "lanes"),
            at("parties", "*", "purposes"),
            at("parties", "*", "suspended"),
            at("parties", "*", "systems"),
            at("events", "*", "accessFromAmber"),
            at("events", "*", "all"),
            at("events", "*", "defaultMarking"),
            at("events", "*", "family"),
            at("events", "*", "floor"),
            at("events", "*", "lane"),
            at("events", "*", "retention"),
            at("events", "*", "schema"),
            at("events", "*", "variants", "byName", "*", "terms"),
            at("grants"),
            at("platform", "quotas"),
            at("platform", "retention"),
            at("schemas"),
            at("signingKeys"));

    private AccessDifference() {}

    static List<PartyAccess> between(Policy before, Policy after, List<Change> changes) {
        List<PartyAccess> all = new ArrayList<>();
        PartyAccess platform = platform(before, after, changes);
        if (!platform.isEmpty()) {
            all.add(platform);
        }
        Reaches reachedBefore = Reaches.of(before);
        Reaches reachedAfter = Reaches.of(after);
        TreeSet<String> parties = new TreeSet<>(before.parties().keySet());
        parties.addAll(after.parties().keySet());
        for (String party : parties) {
            PartyAccess access = ReachChange.of(party, reachedBefore.of(party), reachedAfter.of(party));
            if (!access.isEmpty()) {
                all.add(access);
            }
        }
        return List.copyOf(all);
    }

    private static PartyAccess platform(Policy before, Policy after, List<Change> changes) {
        List<String> widened = new ArrayList<>();
        List<String> narrowed = new ArrayList<>();
        after.parties().keySet().stream()
                .filter(party -> !before.parties().containsKey(party))
                .forEach(party -> widened.add("%s joins, and may be named".formatted(party)));
        before.parties().keySet().stream()
                .filter(party -> !after.parties().containsKey(party))
                .forEach(party -> narrowed.add("%s leaves".formatted(party)));
        after.publicTopics().stream()
                .filter(topic -> !before.publicTopics().contains(topic))
                .forEach(topic -> widened.add("all parties may read %s".formatted(topic)));
        before.publicTopics().stream()
                .filter(topic -> !after.publicTopics().contains(topic))
                .forEach(topic -> narrowed.add("nobody may read %s any more".formatted(topic)));
        changes.stream().filter(change -> !isJudged(change)).forEach(change -> {
            if (change.kind() == Kind.REMOVED) {
                narrowed.add(words(change));
            } else {
                widened.add(words(change));
            }
        });
        return new PartyAccess(PartyAccess.PLATFORM, widened, narrowed);
    }

    private static String words(Change change) {
        return switch (change.kind()) {
            case ADDED -> "%s comes: %s".formatted(change.place(), change.after());
            case REMOVED -> "%s goes".formatted(change.place());
            case CHANGED -> "%s becomes %s, was %s".formatted(change.place(), change.after(), change.before());
        };
    }

    private static boolean isJudged(Change change) {
        boolean whole = change.path().size() == 2 && (change.isAt("parties", "*") || change.isAt("events", "*"));
        return whole || JUDGED.stream().anyMatch(change::isAt);
    }

    private static String[] at(String... pattern) {
        return pattern;
    }
}
