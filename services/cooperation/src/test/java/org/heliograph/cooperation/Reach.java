package org.heliograph.cooperation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.heliograph.events.ReasonCode;
import org.heliograph.events.RequestKind;

/** What some actors can make of an instance, whatever they do of the samples, and however often. */
final class Reach {

    static final RequestKind KIND = RequestKind.LEGISLATIVE_ASSISTANCE;
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123Z");

    private final Protocol protocol;

    Reach(Set<RequestKind> competence) {
        protocol = new Protocol(InstantSource.fixed(NOW), new Competence(competence));
    }

    /** All instances that come about, the start among them; their numbers and levels of escalation are left out. */
    Set<Instance> from(Instance start, Actor... actors) {
        Set<Instance> seen = new LinkedHashSet<>(List.of(plain(start)));
        Deque<Instance> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Instance instance = open.remove();
            for (Actor actor : actors) {
                actions().flatMap(action -> after(instance, actor, action)).forEach(next -> {
                    if (seen.add(next)) {
                        open.add(next);
                    }
                });
            }
        }
        return seen;
    }

    /** The instance once this was done; nothing if it may not be. */
    Stream<Instance> after(Instance instance, Actor actor, Action action) {
        return protocol.decide(instance, actor, action) instanceof Outcome.Moved(Instance moved, Step _)
                ? Stream.of(plain(moved))
                : Stream.empty();
    }

    /** The samples, and declining for want of competence, which is the one thing that nobody is too incompetent for. */
    static Stream<Action> actions() {
        return Stream.concat(
                Sample.actions(NOW).stream(),
                Stream.of(new Action.Decline(new Ground(ReasonCode.NOT_COMPETENT, "Ask the flag State", "xb"))));
    }

    private static Instance plain(Instance instance) {
        return new Instance(instance.kind(), instance.state(), 1, instance.consulted(), instance.reopened(), 0);
    }
}
