package org.syncline.platform.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.syncline.platform.engine.port.StoreException;

/** A store on a PostgreSQL server: each of its connections holds a lock of its own, and no other process writes while one of them lives. */
final class PostgresDatabase implements Database {
    /**
     * Every query finds its rows by an index, also where the tables were empty when it was planned. Every commit is on disk. Whoever
     * vanishes without a word is noticed within a minute, even in the midst of a statement.
     */
    private static final String SETTINGS = """
            set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
            set plan_cache_mode = force_generic_plan; set jit = off;
            set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;
            set client_connection_check_interval = '5s'; set client_min_messages = warning;
            select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'""";

    private static final int LONGEST_NAME = 60;
    private final StoreAddress address;
    private int connections;

    PostgresDatabase(StoreAddress address) {
        this.address = address;
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public String where() {
        return address.url();
    }

    @Override
    public Connection open() {
        Connection connection = connect();
        try {
            prepare(connection);
            new StoreLock(connection, address).occupy(++connections);
            return connection;
        } catch (SQLException failure) {
            close(connection, failure);
            throw refusal(failure);
        } catch (RuntimeException failure) {
            close(connection, failure);
            throw failure;
        }
    }

    private Connection connect() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, address.user());
        PGProperty.PASSWORD.set(properties, address.password());
        PGProperty.APPLICATION_NAME.set(properties, processName());
        PGProperty.REWRITE_BATCHED_INSERTS.set(properties, true);
        PGProperty.PREPARE_THRESHOLD.set(properties, 1);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        try {
            Connection connection = new Driver().connect(address.url(), properties);
            if (connection == null) {
                throw new SQLException("not an address of PostgreSQL");
            }
            return connection;
        } catch (SQLException exception) {
            throw refusal(exception);
        }
    }

    @Override
    public StoreException refusal(SQLException exception) {
        return PostgresRefusal.of(address, exception);
    }

    /** What others are told of who uses the store. */
    private static String processName() {
        String name = "syncline, pid " + ProcessHandle.current().pid() + " on " + host();
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "an unnamed machine";
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
    }

    private static void close(Connection connection, Exception failure) {
        try {
            connection.close();
        } catch (SQLException again) {
            failure.addSuppressed(again);
        }
    }
}
