package org.heliograph.exchange.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * The one database connection that holds the bucket locks of an instance, and through which alone its relays write.
 * Whoever has lost the locks has lost this connection, and with it every way to change a row: a relay that was paused
 * for an hour cannot spoil what its successor did. Relays take turns on it.
 */
final class RelayConnection implements AutoCloseable {

    private static final int VALID_WITHIN_SECONDS = 5;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    /** Work in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean lost;

    private RelayConnection(Connection connection) {
        this.connection = connection;
    }

    static RelayConnection open(DataSource dataSource) throws SQLException {
        var opened = new RelayConnection(dataSource.getConnection());
        try {
            opened.connection.setNetworkTimeout(Runnable::run, Math.toIntExact(ANSWER_WITHIN.toMillis()));
            opened.connection.setAutoCommit(false);
            opened.inTransaction(connection -> {
                try (Statement statement = connection.createStatement()) {
                    // Without these the locks of a machine that vanished would stay for hours.
                    statement.execute("set tcp_keepalives_idle = 10");
                    statement.execute("set tcp_keepalives_interval = 5");
                    return statement.execute("set tcp_keepalives_count = 3");
                }
            });
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    boolean isLost() {
        return lost;
    }

    /** Takes the free ones among these buckets. */
    Set<Integer> hold(Collection<Integer> buckets) throws SQLException {
        return select(
                "select b from unnest(?::int[]) b where pg_try_advisory_lock(" + AdvisoryLocks.RELAYING + ", b)",
                buckets);
    }

    /** Those among these buckets that have something to send. */
    Set<Integer> waiting(Collection<Integer> buckets) throws SQLException {
        return select(
                "select b from unnest(?::int[]) b where exists"
                        + " (select 1 from outbox where bucket = b and sent_at is null and held_at is null)",
                buckets);
    }

    private Set<Integer> select(String sql, Collection<Integer> buckets) throws SQLException {
        if (buckets.isEmpty()) {
            return Set.of();
        }
        return inTransaction(connection -> {
            Set<Integer> found = new HashSet<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Array array = connection.createArrayOf("int4", buckets.toArray());
                statement.setArray(1, array);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getInt(1));
                    }
                }
            }
            return found;
        });
    }

    /**
     * Runs work in a transaction of its own.
     *
     * @throws SQLException if it failed; {@link #isLost()} then tells whether the locks are gone too
     */
    <T> T inTransaction(Work<T> work) throws SQLException {
        turn.lock();
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack();
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
            lost |= !connection.isValid(VALID_WITHIN_SECONDS);
        } catch (SQLException e) {
            lost = true;
        }
    }

    @Override
    public void close() {
        turn.lock();
        try (connection) {
            lost = true;
            // The connection may live on in a pool, so its locks must go first; if they cannot, it must.
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_unlock_all()");
                connection.commit();
                connection.setNetworkTimeout(Runnable::run, 0);
            } catch (SQLException e) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            // It is gone, which is what was wanted.
        } finally {
            turn.unlock();
        }
    }
}
