package org.syncline.connectors.testkit.postgresql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of its own with one user who needs a password; gone with all its data when the tests end. It doesn't wait for the
 * disk.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "keeper";
    private static final String PASSWORD = "Tell nobody: 7";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static PostgresServer shared;

    private EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** The server that all tests of this process share. Where none can start the calling test is skipped, but fails in continuous integration. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = start(builder());
        }
        return shared;
    }

    /** A server that no other test uses, so that it can be killed. Where none can start it is as with the shared one. */
    public static PostgresServer ofItsOwn() {
        return start(lasting());
    }

    private static PostgresServer start(EmbeddedPostgres.Builder builder) {
        try {
            PostgresServer server = new PostgresServer(builder.start());
            server.demandPasswords();
            return server;
        } catch (IOException | IllegalStateException failure) {
            throw refusal(failure);
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "60");
    }

    /** What is committed outlives the processes of the server. */
    private static EmbeddedPostgres.Builder lasting() {
        return builder().setServerConfig("synchronous_commit", "on");
    }

    private static AssertionError refusal(Exception failure) {
        assumeTrue("true".equals(System.getenv("CI")),
                () -> "No PostgreSQL server starts here: " + failure.getMessage());
        return new AssertionError("No PostgreSQL server starts here", failure);
    }

    /** Kills the server with all its sessions, as a fault of the machine would, and starts it again with its data, at the same address. */
    public void killAndRestart() {
        try {
            Path data = Path.of(ask("show data_directory"));
            kill(Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip()));
            Files.deleteIfExists(data.resolve("epg-lock"));
            server = lasting().setDataDirectory(data).setCleanDataDirectory(false).setPort(server.getPort()).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void kill(long postmaster) {
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> sessions = process.descendants().toList();
        process.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        sessions.forEach(session -> session.onExit().join());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
