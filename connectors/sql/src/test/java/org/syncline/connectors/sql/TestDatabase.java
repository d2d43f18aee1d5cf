package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.postgresql.PostgresServer;

/** An empty database, and a connection to it that is not the connector's. */
final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** The databases that every test of behaviour is run on. */
    enum Kind {
        H2 {
            @Override
            TestDatabase open() {
                return h2();
            }
        },
        POSTGRESQL {
            @Override
            TestDatabase open() {
                return postgresql();
            }
        };

        abstract TestDatabase open();
    }

    private final String url;
    private final String user;
    private final String password;
    private final Connection connection;

    private TestDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
        try {
            this.connection = DriverManager.getConnection(url, user, password);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static TestDatabase h2() {
        return new TestDatabase("jdbc:h2:mem:people" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1", "sa",
                "secret");
    }

    static TestDatabase postgresql() {
        return on(PostgresServer.shared());
    }

    static TestDatabase on(PostgresServer server) {
        return new TestDatabase(server.newSchema(), server.user(), server.password());
    }

    /** The empty database at {@code -Dmssql.url}; without it the calling test is skipped. */
    static TestDatabase sqlServer() {
        String url = System.getProperty("mssql.url");
        assumeTrue(url != null, "no SQL Server is given by -Dmssql.url, -Dmssql.user and -Dmssql.password");
        return new TestDatabase(url, System.getProperty("mssql.user"), System.getProperty("mssql.password"));
    }

    /** What it calls a key it makes, a name, a long text, truth, a point in time without zone, and bytes. */
    Object[] types() {
        String made = "integer generated always as identity";
        return switch (Dialect.of(url)) {
            case SQL_SERVER -> new Object[]{"int identity", "nvarchar(200)", "nvarchar(max)", "bit", "datetime2",
                    "varbinary(max)"};
            case POSTGRESQL -> new Object[]{made, "varchar(200)", "text", "boolean", "timestamp", "bytea"};
            case H2, OTHER -> new Object[]{made, "varchar(200)", "varchar(100000)", "boolean", "timestamp",
                    "varbinary"};
        };
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    boolean isPostgresql() {
        return url.startsWith("jdbc:postgresql");
    }

    /** The settings of a connector to it. */
    ConnectorSettings settings(List<ObjectTypeSettings> types) {
        return settings(Map.of(), types);
    }

    ConnectorSettings settings(Map<String, String> more, List<ObjectTypeSettings> types) {
        Map<String, String> values = new HashMap<>(Map.of("url", url, "user", user));
        values.putAll(more);
        return new ConnectorSettings("hr", Path.of("."), values, Map.of("password", password), types);
    }

    void run(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Runs statements that are separated by semicolons. */
    void script(String statements) {
        for (String sql : statements.split(";\\s*\n")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(sql, failure);
            }
        }
    }

    /** The rows of a query, each a list of what its columns hold. */
    List<List<Object>> ask(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<List<Object>> all = new ArrayList<>();
                while (rows.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        row.add(rows.getObject(column));
                    }
                    all.add(row);
                }
                return all;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int at = 0; at < parameters.length; at++) {
            statement.setObject(at + 1, parameters[at]);
        }
    }

    /** A new connection to it, after it was restarted. */
    TestDatabase again() {
        return new TestDatabase(url, user, password);
    }

    /** A second connection, for somebody who holds rows. */
    Connection another() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Breaks all connections of others; an H2 database in memory is gone with its data. */
    void stop() {
        run(isPostgresql()
                ? "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = current_user and pid <> pg_backend_pid()"
                : "shutdown immediately");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
