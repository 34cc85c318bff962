package org.heliograph.operations.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heliograph.operations.lag.Looks;
import org.heliograph.operations.lag.Walls;
import org.jspecify.annotations.Nullable;

/**
 * How much goes through the topics of one kind, in offsets a minute.
 *
 * @param name of a party, a family or an event
 * @param now null if it is not known, or withheld
 * @param before the same over all looks that are remembered
 * @param withheld whether there is a figure that is not shown
 */
record FlowLine(
        Kind kind,
        String name,
        @Nullable Double now,
        @Nullable Double before,
        boolean withheld) {

    /** Intervals between looks that count as now. */
    static final int FEW = 6;

    enum Kind {
        OUTBOX,
        INBOX,
        PUBLIC,
        OTHER
    }

    private record Key(Kind kind, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? name.compareTo(other.name) : byKind;
        }
    }

    /** Of all topics that somebody reads. Inboxes are added up by family; those of walled parties are in no sum. */
    static List<FlowLine> of(Looks looks, Walls walls) {
        Map<String, OptionalDouble> now = looks.rates(FEW);
        Map<String, OptionalDouble> before = looks.rates(Looks.MOST);
        SortedMap<Key, FlowLine> lines = new TreeMap<>();
        before.forEach((topic, rate) -> {
            Key key = key(topic);
            boolean hidden = walls.hideTopic(topic);
            FlowLine line = hidden
                    ? new FlowLine(key.kind(), key.name(), null, null, true)
                    : new FlowLine(
                            key.kind(),
                            key.name(),
                            known(now.getOrDefault(topic, OptionalDouble.empty())),
                            known(rate),
                            false);
            lines.merge(key, line, FlowLine::with);
        });
        return new ArrayList<>(lines.values());
    }

    private static Key key(String topic) {
        if (topic.startsWith("outbox.")) {
            return new Key(Kind.OUTBOX, topic.substring("outbox.".length()));
        }
        if (topic.startsWith("inbox.")) {
            return new Key(Kind.INBOX, topic.substring(topic.lastIndexOf('.') + 1));
        }
        return topic.startsWith("public.")
                ? new Key(Kind.PUBLIC, topic.substring("public.".length()))
                : new Key(Kind.OTHER, topic);
    }

    private FlowLine with(FlowLine other) {
        return new FlowLine(kind, name, sum(now, other.now), sum(before, other.before), withheld || other.withheld);
    }

    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : (Double) (one + other);
    }

    private static @Nullable Double known(OptionalDouble rate) {
        return rate.isPresent() ? rate.getAsDouble() : null;
    }
}
