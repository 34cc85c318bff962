package org.heliograph.gate;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Examines records on all processors and hands out the results in the order of the records, as soon as they are there:
 * what comes first can be written while what comes later is still examined. A few records are examined by the caller
 * alone.
 */
final class Examination<T, R> implements Iterator<R> {

    /** Records for one processor at a time. */
    static final int PORTION = 25;

    private final Deque<FutureTask<List<R>>> portions = new ArrayDeque<>();
    private Iterator<R> ready = Collections.emptyIterator();

    /** @param examine pure, any thread; does not throw */
    Examination(List<T> records, Function<T, R> examine) {
        for (int begin = 0; begin < records.size(); begin += PORTION) {
            List<T> portion = records.subList(begin, Math.min(records.size(), begin + PORTION));
            FutureTask<List<R>> task =
                    new FutureTask<>(() -> portion.stream().map(examine).toList());
            portions.add(task);
            // The caller would have to wait for the first, so it does that one itself.
            if (begin > 0) {
                ForkJoinPool.commonPool().execute(task);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return ready.hasNext() || !portions.isEmpty();
    }

    @Override
    public R next() {
        if (!ready.hasNext()) {
            ready = examined(portions.remove()).iterator();
        }
        return ready.next();
    }

    /** While somebody else is at it, the caller takes from the end; what runs or has run is not run again. */
    private List<R> examined(FutureTask<List<R>> portion) {
        portion.run();
        Iterator<FutureTask<List<R>>> last = portions.descendingIterator();
        while (!portion.isDone() && last.hasNext()) {
            last.next().run();
        }
        try {
            return portion.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records are examined", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("records cannot be examined", e.getCause());
        }
    }
}
