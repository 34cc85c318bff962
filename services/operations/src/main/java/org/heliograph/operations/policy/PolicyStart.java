package org.heliograph.operations.policy;

import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.heliograph.exchange.registry.TokenUnavailableException;
import org.heliograph.operations.Ending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Applies the policy at the start, again and again until broker, registry and identity let it happen. As long as a
 * runner runs, the application is not ready; an error in the policy ends it.
 */
@Component
final class PolicyStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(PolicyStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PolicyApplication application;
    private final Ending ending;

    PolicyStart(PolicyApplication application, Ending ending) {
        this.application = application;
        this.ending = ending;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!tryOnce(pause) && !ending.comesWithin(pause)) {
            pause = longer(pause);
        }
    }

    private boolean tryOnce(Duration pause) {
        try {
            application.apply();
            return true;
        } catch (IOException | KafkaException | TokenUnavailableException e) {
            log.warn(
                    "policy=notApplied nextAttemptSeconds={} cause={} message=\"{}\"",
                    pause.toSeconds(),
                    e.getClass().getSimpleName(),
                    e.getMessage());
            return false;
        }
    }

    static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
