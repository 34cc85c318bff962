package org.heliograph.operations.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.errors.InterruptException;
import org.heliograph.operations.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Waits until every instance of the gate that lives judges by the new version. An instance says so anew every few
 * seconds; one that is silent for longer is taken for dead, and a dead one judges nothing.
 */
@Component
final class Acknowledgement {

    private static final Logger log = LoggerFactory.getLogger(Acknowledgement.class);

    /** As long as a transaction of the gate may last: what was silent for longer cannot commit what it began. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final PolicyTopics topics;
    private final Ending ending;

    Acknowledgement(PolicyTopics topics, Ending ending) {
        this.topics = topics;
        this.ending = ending;
    }

    /** Returns those that live and still judge by another version after a minute; usually none. */
    SortedSet<String> await(InForce head) {
        long begin = System.nanoTime();
        while (true) {
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            // By the broker's clock, which dated both.
            SortedSet<String> missing =
                    missing(topics.adoptions(), head, head.since().plus(passed));
            if (missing.isEmpty() || passed.compareTo(PATIENCE) > 0 || isEnding()) {
                if (!missing.isEmpty()) {
                    log.error(
                            "alarm=policyNotAdopted policy={} gates={}",
                            head.policy().version(),
                            missing);
                }
                return missing;
            }
        }
    }

    static SortedSet<String> missing(Map<String, PolicyTopics.Adoption> adoptions, InForce head, Instant now) {
        SortedSet<String> missing = new TreeSet<>();
        adoptions.forEach((instance, adoption) -> {
            boolean lives = adoption.at().plus(SILENCE).isAfter(now);
            if (lives && !adoption.version().equals(head.policy().version())) {
                missing.add(instance);
            }
        });
        return missing;
    }

    private boolean isEnding() {
        try {
            return ending.comesWithin(LOOK_AGAIN);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
