package org.syncline.connectors.testkit.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;

/**
 * A PostgreSQL server of its own with one user who needs a password; gone with all its data when the tests end. It doesn't wait for the
 * disk.
 */
public final class PostgresServer {
    private static final String USER = "keeper";
    private static final String PASSWORD = "Tell nobody: 7";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static PostgresServer shared;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server that all tests of this process share. Where none can start the calling test is skipped, but fails in continuous integration. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            try {
                shared = new PostgresServer(start());
                shared.demandPasswords();
            } catch (IOException | IllegalStateException failure) {
                refuse(failure);
            }
        }
        return shared;
    }

    private static EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "60")
                .start();
    }

    private static void refuse(Exception failure) {
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail("No PostgreSQL server starts here", failure);
        }
        assumeTrue(false, () -> "No PostgreSQL server starts here: " + failure.getMessage());
    }

    private void demandPasswords() throws IOException {
        execute("create role " + USER + " login password '" + PASSWORD + "'");
        execute("create role guest login password '" + PASSWORD + "'");
        Files.writeString(Path.of(ask("show hba_file")), """
                local all all trust
                host all postgres 127.0.0.1/32 trust
                host all all 127.0.0.1/32 scram-sha-256
                """);
        execute("select pg_reload_conf()");
    }

    /** The address of an empty schema of the {@link #user}. */
    public String newSchema() {
        String schema = "schema_" + SCHEMAS.incrementAndGet();
        execute("create schema " + schema + " authorization " + USER);
        return url("postgres") + "?currentSchema=" + schema;
    }

    /** The address of a database, which need not exist. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    public String user() {
        return USER;
    }

    /** A user who may log in, and nothing else. */
    public String guest() {
        return "guest";
    }

    /** The password of every user. */
    public String password() {
        return PASSWORD;
    }

    /** Runs a statement as the owner of the server. */
    public void execute(String sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first value of a query by the owner of the server, or null. */
    public String ask(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }
}
