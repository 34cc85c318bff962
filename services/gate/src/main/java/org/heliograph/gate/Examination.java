package org.heliograph.gate;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Examines records on all processors and hands out the results in the order of the records, as soon as they are there:
 * what comes first can be written while what comes later is still examined. A few records are examined by the caller
 * alone.
 */
final class Examination<T, R> implements Iterator<R> {

    /** Records for one processor at a time. */
    static final int PORTION = 25;

    private final Queue<Supplier<List<R>>> portions = new ArrayDeque<>();
    private Iterator<R> ready = Collections.emptyIterator();

    /** @param examine pure, any thread */
    Examination(List<T> records, Function<T, R> examine) {
        for (int begin = 0; begin < records.size(); begin += PORTION) {
            List<T> portion = records.subList(begin, Math.min(records.size(), begin + PORTION));
            Supplier<List<R>> work = () -> portion.stream().map(examine).toList();
            // The caller would have to wait for the first, so it does that one itself.
            portions.add(begin == 0 ? work : ForkJoinTask.adapt(work::get).fork()::join);
        }
    }

    @Override
    public boolean hasNext() {
        return ready.hasNext() || !portions.isEmpty();
    }

    @Override
    public R next() {
        if (!ready.hasNext()) {
            ready = portions.remove().get().iterator();
        }
        return ready.next();
    }
}
