package org.heliograph.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A real Postgres server: one database for each owner, passwords on every connection. */
final class PostgresPart implements Part {

    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration WORK = Duration.ofSeconds(30);

    private final Site site;
    private final Programs programs;

    PostgresPart(Site site, Programs programs) {
        this.site = site;
        this.programs = programs;
    }

    @Override
    public Component component() {
        return Component.POSTGRES;
    }

    @Override
    public ChildProcess launch() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("port", Integer.toString(site.ports().of(Port.POSTGRES)));
        settings.put("listen_addresses", Site.LOOPBACK);
        settings.put("max_connections", "120");
        settings.put("shared_buffers", "48MB");
        settings.put("jit", "off");
        return programs.postgres(site.state().data().resolve("postgres"), settings);
    }

    @Override
    public boolean isReady() {
        try (Connection connection = connect(PROBE)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void prepare() {
        try (Connection connection = connect(WORK)) {
            new Databases(site.secrets()).createIn(connection);
        } catch (SQLException e) {
            throw new StackException("postgres: the databases cannot be created: " + e.getMessage(), e);
        }
    }

    @Override
    public ChildProcess.Signal endSignal() {
        return ChildProcess.Signal.INTERRUPT;
    }

    private Connection connect(Duration patience) throws SQLException {
        String seconds = Long.toString(patience.toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", Databases.SUPERUSER);
        properties.setProperty("password", site.secrets().database(Databases.SUPERUSER));
        properties.setProperty("connectTimeout", seconds);
        // One that hangs still takes connections: the kernel does it for it.
        properties.setProperty("socketTimeout", seconds);
        return DriverManager.getConnection(site.databaseUrl(Databases.SUPERUSER), properties);
    }
}
