package org.heliograph.standalone;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One database for each owner, with a role of the same name that alone may connect to it. */
final class Databases {

    static final String SUPERUSER = "postgres";
    static final List<String> ROLES = List.of("iom", "unodc", "xa", "xb", "registry");

    private final Secrets secrets;

    Databases(Secrets secrets) {
        this.secrets = secrets;
    }

    void createIn(Connection server) throws SQLException {
        try (Statement statement = server.createStatement()) {
            statement.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
            for (String role : ROLES) {
                if (!exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
                    statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + secrets.database(role) + "'");
                }
                if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", role)) {
                    statement.execute("CREATE DATABASE " + role + " OWNER " + role);
                }
                statement.execute("REVOKE ALL ON DATABASE " + role + " FROM PUBLIC");
            }
        }
    }

    private static boolean exists(Connection server, String query, String name) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
