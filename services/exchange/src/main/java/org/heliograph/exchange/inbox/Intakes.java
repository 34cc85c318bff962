package org.heliograph.exchange.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which intake takes the records of which topic. */
final class Intakes {

    private final Map<String, Intake> byTopic = new HashMap<>();

    Intakes(List<Intake> intakes) {
        intakes.forEach(intake -> intake.topics().forEach(topic -> byTopic.put(topic, intake)));
    }

    Set<String> topics() {
        return byTopic.keySet();
    }

    /** Throws an {@link IllegalStateException} for a topic that nobody asked for. */
    Intake of(String topic) {
        Intake intake = byTopic.get(topic);
        if (intake == null) {
            throw new IllegalStateException("No intake for topic " + topic);
        }
        return intake;
    }
}
