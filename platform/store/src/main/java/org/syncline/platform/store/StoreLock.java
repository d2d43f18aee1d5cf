package org.syncline.platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.syncline.platform.engine.port.StoreException;

/**
 * Keeps a schema of PostgreSQL for one process: an advisory lock that the connection holds as long as it lives. What was written over a
 * connection was therefore written while it held the lock; when its process dies, the server gives the lock back.
 */
final class StoreLock {
    /** "Sync", followed by the number of the connection. */
    private static final int KIND = 0x53796E63;
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String HOLDER = """
            select a.application_name || coalesce(' at ' || host(a.client_addr), '')
                || ', since ' || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.classid = ? and l.objid = hashtext(current_schema())::oid
                and l.database = (select oid from pg_database where datname = current_database())""";

    private final Connection connection;
    private final StoreAddress address;

    StoreLock(Connection connection, StoreAddress address) {
        this.connection = connection;
        this.address = address;
    }

    /** Waits a moment, since a server may need one to notice that a process has died. */
    void occupy(int number) throws SQLException {
        demandSchema();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '2s'; select pg_advisory_lock(" + (KIND + number)
                    + ", hashtext(current_schema())); set lock_timeout = 0");
        } catch (SQLException exception) {
            if (LOCK_TIMEOUT.equals(exception.getSQLState())) {
                throw occupied(number, exception);
            }
            throw exception;
        }
    }

    private void demandSchema() throws SQLException {
        if (connection.getSchema() == null) {
            throw new StoreException("The store " + address.url()
                    + " names a schema that does not exist, or that the user '"
                    + address.user() + "' may not use. Create it: create schema ... authorization " + address.user());
        }
    }

    private StoreException occupied(int number, SQLException exception) throws SQLException {
        return new StoreException("Another process (" + holder(number) + ") is using the store " + address.url()
                + ". Wait until it has ended, or stop it. If its machine is gone, the server notices within a minute",
                exception);
    }

    private String holder(int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, KIND + number);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : "unknown";
            }
        }
    }
}
