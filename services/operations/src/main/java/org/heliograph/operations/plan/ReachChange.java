package org.heliograph.operations.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.heliograph.operations.plan.Reach.Receives;

/** Says in words by what the reach of a party grows and shrinks. */
final class ReachChange {

    private final String party;
    private final List<String> widened = new ArrayList<>();
    private final List<String> narrowed = new ArrayList<>();

    private ReachChange(String party) {
        this.party = party;
    }

    static PartyAccess of(String party, Reach before, Reach after) {
        ReachChange change = new ReachChange(party);
        change.sets(before.publishes(), after.publishes(), "may publish %s", "may no longer publish %s");
        change.sets(
                publishesInBoth(before.publishesOfOthers(), before, after),
                publishesInBoth(after.publishesOfOthers(), before, after),
                "may publish %s also about what is not its own",
                "may publish %s only about what is its own");
        TreeSet<String> events = new TreeSet<>(before.receives().keySet());
        events.addAll(after.receives().keySet());
        events.forEach(event -> change.event(
                event,
                Optional.ofNullable(before.receives().get(event)),
                Optional.ofNullable(after.receives().get(event))));
        change.sets(before.sees(), after.sees(), "may see %s", "may no longer see %s");
        change.sets(
                before.grants(),
                after.grants(),
                "may receive, when named, by the grant %s",
                "no longer receives by the grant %s");
        change.sets(
                before.authority().stream().toList(),
                after.authority().stream().toList(),
                "is reached through the name of %s up to AMBER",
                "is no longer reached through the name of %s");
        change.sets(
                before.systems(),
                after.systems(),
                "its system %s may read its inboxes",
                "its system %s may no longer read its inboxes");
        change.sets(
                before.keys().keySet(),
                after.keys().keySet(),
                "the key %s signs in its name",
                "the key %s no longer signs in its name");
        change.ends(before.keys(), after.keys());
        change.suspension(before, after);
        return new PartyAccess(party, change.widened, change.narrowed);
    }

    private static Set<String> publishesInBoth(Collection<String> titles, Reach before, Reach after) {
        TreeSet<String> both = new TreeSet<>(titles);
        both.retainAll(before.publishes());
        both.retainAll(after.publishes());
        return both;
    }

    private void sets(Collection<String> before, Collection<String> after, String more, String less) {
        after.stream().filter(one -> !before.contains(one)).forEach(one -> widened.add(more.formatted(one)));
        before.stream().filter(one -> !after.contains(one)).forEach(one -> narrowed.add(less.formatted(one)));
    }

    private void ends(SortedMap<String, Instant> before, SortedMap<String, Instant> after) {
        after.forEach((key, end) -> {
            Instant old = before.getOrDefault(key, end);
            if (end.isAfter(old)) {
                widened.add("the key %s signs %s, was %s".formatted(key, until(end), until(old)));
            } else if (end.isBefore(old)) {
                narrowed.add("the key %s signs %s, was %s".formatted(key, until(end), until(old)));
            }
        });
    }

    private static String until(Instant end) {
        return end.equals(Instant.MAX) ? "without end" : "until " + end;
    }

    private void suspension(Reach before, Reach after) {
        if (after.suspended() && !before.suspended()) {
            narrowed.add("is suspended: sends and receives nothing");
        } else if (before.suspended() && !after.suspended()) {
            widened.add("is suspended no longer");
        }
    }

    private void event(String event, Optional<Receives> before, Optional<Receives> after) {
        if (before.isEmpty()) {
            after.ifPresent(now -> widened.add("may receive %s %s".formatted(event, words(now))));
        } else if (after.isEmpty()) {
            narrowed.add("no longer receives " + event);
        } else {
            both(event, before.get(), after.get());
        }
    }

    private void both(String event, Receives before, Receives after) {
        enums(
                before.markings(),
                after.markings(),
                "receives " + event + " also at %s",
                "receives " + event + " no longer at %s");
        enums(
                before.purposes(),
                after.purposes(),
                "receives " + event + " also for %s",
                "receives " + event + " no longer for %s");
        if (after.unnamed() && !before.unnamed()) {
            widened.add("receives %s without being named".formatted(event));
        } else if (before.unnamed() && !after.unnamed()) {
            narrowed.add("receives %s only when named".formatted(event));
        }
        if (after.kept().compareTo(before.kept()) > 0) {
            widened.add("finds %s in its inbox for %s, not %s".formatted(event, after.kept(), before.kept()));
        } else if (after.kept().compareTo(before.kept()) < 0) {
            narrowed.add("finds %s in its inbox for %s, not %s".formatted(event, after.kept(), before.kept()));
        }
    }

    private <E extends Enum<E>> void enums(Set<E> before, Set<E> after, String more, String less) {
        Set<E> gained = EnumSet.copyOf(after);
        gained.removeAll(before);
        Set<E> lost = EnumSet.copyOf(before);
        lost.removeAll(after);
        if (!gained.isEmpty()) {
            widened.add(more.formatted(join(gained)));
        }
        if (!lost.isEmpty()) {
            narrowed.add(less.formatted(join(lost)));
        }
    }

    private static String words(Receives receives) {
        return "%s, at %s, for %s"
                .formatted(
                        receives.unnamed() ? "without being named" : "when named",
                        join(receives.markings()),
                        join(receives.purposes()));
    }

    private static String join(Collection<?> all) {
        return String.join(", ", all.stream().map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        return party;
    }
}
