package org.heliograph.standalone.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/** Compares what was played with what was seen of the client. Pure functions; any thread. */
final class Judge {

    private Judge() {}

    /**
     * What the client did otherwise than a careful one.
     *
     * @param played in the order in which it was written
     */
    static List<Fault> faults(List<Played> played, Observation seen) {
        if (seen.sight().isEmpty()) {
            return List.of(Fault.notYet(seen.problem()));
        }
        List<Fault> faults = new ArrayList<>();
        List<Played> events = first(played, Played.Kind.EVENT);
        some(events, event -> seen.handled(event.name()) == 0, "not handled")
                .map(Fault::notYet)
                .ifPresent(faults::add);
        some(events, event -> seen.handled(event.name()) > 1, "handled more than once")
                .map(Fault::forGood)
                .ifPresent(faults::add);
        outOfOrder(events, seen).map(Fault::forGood).ifPresent(faults::add);
        List<Played> recalls = first(played, Played.Kind.RECALL);
        some(recalls, recall -> seen.recalled(recall.name()) == 0, "not taken as a recall")
                .map(Fault::notYet)
                .ifPresent(faults::add);
        some(recalls, recall -> seen.recalled(recall.name()) > 1, "taken as a recall more than once")
                .map(Fault::forGood)
                .ifPresent(faults::add);
        some(first(played, Played.Kind.FORGED), forged -> seen.handled(forged.name()) > 0, "handled, though forged")
                .map(Fault::forGood)
                .ifPresent(faults::add);
        behind(played, seen).map(Fault::notYet).ifPresent(faults::add);
        return List.copyOf(faults);
    }

    /**
     * What is committed and not handled. Whether that was too early shows only once it is handled after all: what never
     * is, was passed over, which is another fault.
     */
    static List<Played> committedAlone(Collection<Played> played, Observation seen) {
        return seen.sight().isEmpty()
                ? List.of()
                : played.stream()
                        .filter(each -> each.kind() != Played.Kind.FORGED)
                        .filter(each -> seen.isCommitted(each) && !isHandled(each, seen))
                        .toList();
    }

    /** What was committed at an earlier look alone, and is handled now. */
    static Optional<String> committedTooEarly(Collection<Played> committedAlone, Observation seen) {
        return some(List.copyOf(committedAlone), each -> isHandled(each, seen), "committed before it was handled");
    }

    private static boolean isHandled(Played played, Observation seen) {
        return switch (played.kind()) {
            case EVENT, FORGED -> seen.handled(played.name()) > 0;
            case RECALL -> seen.recalled(played.name()) > 0;
        };
    }

    /** Each name once, where it was played first. */
    private static List<Played> first(List<Played> played, Played.Kind kind) {
        Map<String, Played> first = new LinkedHashMap<>();
        played.stream().filter(each -> each.kind() == kind).forEach(each -> first.putIfAbsent(each.name(), each));
        return List.copyOf(first.values());
    }

    private static Optional<String> some(List<Played> all, Predicate<Played> which, String what) {
        List<Played> found = all.stream().filter(which).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Played one = found.getFirst();
        return Optional.of(
                found.size() == 1
                        ? "%s: %s at %s".formatted(what, one.name(), one.place())
                        : "%s: %d records, the first of them %s at %s"
                                .formatted(what, found.size(), one.name(), one.place()));
    }

    private static Optional<String> outOfOrder(List<Played> events, Observation seen) {
        Map<String, Integer> positions = new HashMap<>();
        seen.sight()
                .ifPresent(sight -> sight.handled().keySet().forEach(name -> positions.put(name, positions.size())));
        Map<String, Played> before = new HashMap<>();
        for (Played event : events) {
            Integer position = positions.get(event.name());
            if (position == null) {
                continue;
            }
            Played earlier = before.put(event.contextId(), event);
            if (earlier != null && positions.getOrDefault(earlier.name(), -1) > position) {
                return Optional.of("handled in another order than that of its case: %s at %s before %s at %s"
                        .formatted(event.name(), event.place(), earlier.name(), earlier.place()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> behind(List<Played> played, Observation seen) {
        Map<TopicPartition, Played> last = new LinkedHashMap<>();
        played.forEach(each -> last.put(each.partition(), each));
        return some(List.copyOf(last.values()), each -> !seen.isCommitted(each), "not committed");
    }
}
