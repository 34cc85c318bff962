package org.heliograph.research;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds back IOM's relay, which numbers each row before it sends it; rows can be added meanwhile. */
final class HeldRelay implements AutoCloseable {

    private static final int LOCK = 0x48454CFF;

    private final Connection holder;

    HeldRelay(Research research) throws SQLException {
        this.holder = research.database();
        execute("""
                create function hold() returns trigger language plpgsql as
                'begin perform pg_advisory_xact_lock_shared(%d); return new; end'""".formatted(LOCK));
        execute("select pg_advisory_lock(" + LOCK + ")");
        execute("create trigger hold before update on outbox for each row execute function hold()");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (holder) {
            execute("select pg_advisory_unlock(" + LOCK + ")");
            execute("drop function hold() cascade");
        }
    }
}
