package org.heliograph.exchange.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes the buckets that no other instance relays, and keeps one {@link BucketRelay} for each. If the connection that
 * holds the locks is lost, all of them end before new locks are taken.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final RelayContext context;
    private final DataSource dataSource;
    private final OutboxProperties properties;
    private final RelayStatus status;
    private final Set<Integer> buckets;
    private final Map<Integer, BucketRelay> relays = new ConcurrentHashMap<>();
    private final Semaphore stopping = new Semaphore(0);
    private @Nullable RelayConnection connection;
    private volatile @Nullable Thread keeper;

    OutboxRelay(
            RelayContext context, DataSource dataSource, OutboxProperties properties, int buckets, RelayStatus status) {
        this.context = context;
        this.dataSource = dataSource;
        this.properties = properties;
        this.status = status;
        this.buckets = IntStream.range(0, buckets).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /** Says that rows were added to a bucket; does nothing if another instance relays it. */
    void wake(int bucket) {
        BucketRelay relay = relays.get(bucket);
        if (relay != null) {
            relay.wake();
        }
    }

    @Override
    public synchronized void start() {
        if (keeper == null) {
            stopping.drainPermits();
            keeper = Thread.ofVirtual().name("outbox-relay").start(this::keep);
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = keeper;
        if (running != null) {
            stopping.release();
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            keeper = null;
        }
    }

    @Override
    public boolean isAutoStartup() {
        return properties.relay();
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    private void keep() {
        Duration pause = properties.pollInterval();
        try {
            do {
                try {
                    look();
                    pause = properties.pollInterval();
                } catch (SQLException | RuntimeException e) {
                    log.warn("outbox.relay lost its database retryIn={} cause={}", pause, e.toString());
                    release();
                    Duration longer = pause.multipliedBy(2);
                    pause = longer.compareTo(properties.maxBackOff()) < 0 ? longer : properties.maxBackOff();
                }
            } while (!stopping.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    private void look() throws SQLException {
        RelayConnection current = connection;
        if (current == null || current.isLost()) {
            release();
            current = RelayConnection.open(dataSource);
            connection = current;
        }
        Set<Integer> free = new HashSet<>(buckets);
        free.removeAll(relays.keySet());
        for (int bucket : current.hold(free)) {
            var relay = new BucketRelay(context, current, bucket, properties.maxBackOff(), status);
            relays.put(bucket, relay);
            relay.start();
        }
        current.waiting(relays.keySet()).forEach(this::wake);
    }

    private void release() {
        relays.values().forEach(BucketRelay::stop);
        relays.values().forEach(BucketRelay::join);
        relays.clear();
        RelayConnection held = connection;
        if (held != null) {
            held.close();
            connection = null;
        }
    }
}
