package org.heliograph.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class UntilStoppedTest {

    private final List<String> events = new ArrayList<>();

    @Test
    void triesAgainAfterEachFaultUntilItIsStopped() {
        new UntilStopped(new Attempts(Duration.ZERO, 2)).run();

        assertThat(events).containsExactly("attempt", "fault 1", "attempt", "fault 2", "attempt", "stopped");
    }

    @Test
    void doesNotSitOutAPauseOnceItIsStopped() {
        UntilStopped work = new UntilStopped(new Attempts(Duration.ofHours(1), 1));
        work.stop();

        work.run();

        assertThat(events).isEmpty();
    }

    @Test
    void endsInThePauseWhenItIsStopped() throws InterruptedException {
        UntilStopped work = new UntilStopped(new Attempts(Duration.ofHours(1), 1));
        Thread thread = Thread.ofPlatform().start(work);

        work.stop();
        thread.join();

        assertThat(events).doesNotContain("stopped").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void endsAndStaysInterruptedWhenItIsInterrupted() throws InterruptedException {
        List<Boolean> interrupted = new ArrayList<>();
        UntilStopped work = new UntilStopped(new Attempts(Duration.ofHours(1), 1));
        Thread thread = Thread.ofPlatform().start(() -> {
            work.run();
            interrupted.add(Thread.currentThread().isInterrupted());
        });

        thread.interrupt();
        thread.join();

        assertThat(interrupted).containsExactly(true);
    }

    /** Fails a few times, and then stops the work from within. */
    private final class Attempts implements UntilStopped.Attempt {

        private final Duration pause;
        private final int faults;
        private int failed;

        Attempts(Duration pause, int faults) {
            this.pause = pause;
            this.faults = faults;
        }

        @Override
        public void make(UntilStopped work) {
            events.add("attempt");
            if (failed < faults) {
                failed++;
                throw new IllegalStateException("fault " + failed);
            }
            work.stop();
            events.add("stopped");
        }

        @Override
        public Duration pauseAfter(Exception fault) {
            events.add(String.valueOf(fault.getMessage()));
            return pause;
        }
    }
}
