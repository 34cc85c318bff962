package org.heliograph.standalone.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.heliograph.standalone.StackException;

/** Tells the story as it happens, and remembers what did not go as it should. */
final class Narrator {

    private static final long PAUSE_MS = 100;

    private final PrintWriter out;
    private final Duration patience;
    private int held;
    private int broken;

    /** @param patience how long to wait for each thing that comes over the backbone */
    Narrator(PrintWriter out, Duration patience) {
        this.out = out;
        this.patience = patience;
    }

    void chapter(String title) {
        out.println();
        out.println(title);
        out.flush();
    }

    /** States what should be so, whether it is, and what was seen. */
    void expect(String statement, boolean isSo, String seen) {
        out.println("  %s %s".formatted(isSo ? "ok    " : "BROKEN", statement));
        out.println("           " + seen);
        out.flush();
        if (isSo) {
            held++;
        } else {
            broken++;
        }
    }

    /** Waits for what comes over the backbone. */
    <T> T await(String what, Supplier<Optional<T>> attempt) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = attempt.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new StackException("%s did not come within %d s".formatted(what, patience.toSeconds()));
    }

    /** The exit code: 0 only if every expectation held. */
    int end() {
        out.println();
        out.println("%d expectations held, %d broken".formatted(held, broken));
        return broken == 0 ? 0 : 1;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }
}
