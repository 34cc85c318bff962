package org.heliograph.operations.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.heliograph.events.Purpose;
import org.heliograph.events.Tlp;

/**
 * All that one party can send and get under one policy, with everything that bounds it taken together: what it is
 * cleared for, its lanes, its purposes, and how it receives. An event that has variants is taken one by one.
 *
 * @param publishesOfOthers what it publishes not only about what is its own
 * @param sees rows that it may look up by REST, whole or without their content, and what it gets only counted
 * @param grants exceptions, in force or not
 * @param keys by what each is called and is, when it ends
 * @param suspended whether it can do none of this for now; the rest says what it could
 */
record Reach(
        SortedSet<String> publishes,
        SortedSet<String> publishesOfOthers,
        SortedMap<String, Receives> receives,
        SortedSet<String> sees,
        SortedSet<String> grants,
        Optional<String> authority,
        SortedSet<String> systems,
        SortedMap<String, Instant> keys,
        boolean suspended) {

    static final Reach NONE = new Reach(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.empty(),
            new TreeSet<>(),
            new TreeMap<>(),
            false);

    /** @param unnamed whether it gets a copy without being named */
    record Receives(boolean unnamed, Set<Tlp> markings, Set<Purpose> purposes, Duration kept) {}
}
