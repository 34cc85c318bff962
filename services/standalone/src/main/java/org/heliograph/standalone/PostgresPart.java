package org.heliograph.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A real Postgres server: one database for each owner, passwords on every connection. */
final class PostgresPart implements Part {

    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration WORK = Duration.ofSeconds(30);

    private final Site site;

    PostgresPart(Site site) {
        this.site = site;
    }

    @Override
    public Component component() {
        return Component.POSTGRES;
    }

    @Override
    public ChildProcess launch() {
        Path binaries = PostgresBinaries.unpackedIn(site.installation().postgres());
        Path data = site.state().data().resolve("postgres");
        Path log = site.state().log(component());
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            StateFolder.folder(data);
            Tool.run(
                    command(
                            binaries.resolve("bin/initdb"),
                            "--pgdata=" + data,
                            "--username=" + Databases.SUPERUSER,
                            "--pwfile=" + site.secrets().databaseFile(Databases.SUPERUSER),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C"),
                    log);
        }
        List<String> command = command(
                binaries.resolve("bin/postgres"),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(site.ports().of(Port.POSTGRES)));
        setting(command, "listen_addresses", Site.LOOPBACK);
        setting(command, "unix_socket_directories", "");
        setting(command, "max_connections", "120");
        setting(command, "shared_buffers", "48MB");
        setting(command, "jit", "off");
        return ChildProcess.start(command, data.toString(), log);
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

    private static void setting(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }

    /** Postgres refuses to run as root; in a user namespace of its own it is nobody, and the files are its own. */
    private static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
