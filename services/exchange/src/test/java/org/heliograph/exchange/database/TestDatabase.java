package org.heliograph.exchange.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database that a test has for itself. All of a JVM are on one real server, which starts with the first of them and
 * ends with the JVM. Nothing there survives a crash of the machine, and no vacuum comes by itself. A test that stops
 * its server, or sets it otherwise, starts one of its own. Any thread may make and close them.
 */
public final class TestDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Databases that are only copied from, by where their migrations lie. */
    private static final Map<List<String>, String> TEMPLATES = new ConcurrentHashMap<>();

    private final String template;
    private final String name;

    private TestDatabase(String template) {
        this.template = template;
        name = created(template);
    }

    /** Made when it is first asked for. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("autovacuum", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One without a table. */
    public static TestDatabase empty() {
        return new TestDatabase("template1");
    }

    /** One that all migrations at these places have been applied to, such as {@code classpath:db/desk}. */
    public static TestDatabase migrated(String... locations) {
        return new TestDatabase(TEMPLATES.computeIfAbsent(List.of(locations), _ -> template(locations)));
    }

    private static String template(String... locations) {
        String template = created("template1");
        Flyway.configure()
                .dataSource(dataSource(template))
                .locations(locations)
                .load()
                .migrate();
        return template;
    }

    private static String created(String template) {
        String name = "test_" + NUMBER.incrementAndGet();
        create(name, template);
        return name;
    }

    private static void create(String name, String template) {
        onServer("create database %s template %s".formatted(name, template));
    }

    private static void onServer(String statement) {
        JdbcClient.create(Server.RUNNING.getPostgresDatabase()).sql(statement).update();
    }

    private static DataSource dataSource(String name) {
        return Server.RUNNING.getDatabase("postgres", name);
    }

    /** Where a service finds it, with its user. */
    public String url() {
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** Opens a connection each time it is asked for one. */
    public DataSource dataSource() {
        return dataSource(name);
    }

    /**
     * Makes it as it was at first, for a service that goes on running. Ends whoever is connected.
     *
     * @param pool the service's, which has to allow its suspension; nobody may be using it meanwhile
     */
    public void renew(HikariDataSource pool) {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        connections.suspendPool();
        connections.softEvictConnections();
        close();
        create(name, template);
        connections.resumePool();
    }

    /** Ends whoever is still connected, and drops it. */
    @Override
    public void close() {
        onServer("drop database if exists " + name + " with (force)");
    }
}
