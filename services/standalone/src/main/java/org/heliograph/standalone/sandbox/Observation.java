package org.heliograph.standalone.sandbox;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * A look at the client from both sides: first at what its group has committed, and after that at what it says to have
 * handled. So what is committed and not handled then was committed too early.
 *
 * @param sight nothing while the client does not answer
 * @param problem why it does not, in words; empty where it does
 * @param committed by partition, the offset to read next
 */
record Observation(Optional<Sight> sight, String problem, Map<TopicPartition, Long> committed) {

    Observation {
        committed = Map.copyOf(committed);
    }

    int handled(String name) {
        return sight.map(seen -> seen.handled().getOrDefault(name, 0)).orElse(0);
    }

    int recalled(String key) {
        return sight.map(seen -> seen.recalled().getOrDefault(key, 0)).orElse(0);
    }

    boolean isCommitted(Played played) {
        return committed.getOrDefault(played.partition(), 0L) > played.offset();
    }
}
