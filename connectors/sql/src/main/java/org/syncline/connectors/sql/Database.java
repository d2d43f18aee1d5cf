package org.syncline.connectors.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.syncline.connectors.spi.ConnectorException;

/** Where connections come from. */
final class Database {
    private final SqlSettings settings;
    private final Dialect dialect;

    Database(SqlSettings settings) {
        this.settings = settings;
        this.dialect = Dialect.of(settings.url());
    }

    Dialect dialect() {
        return dialect;
    }

    SqlSettings settings() {
        return settings;
    }

    /**
     * A new connection, in a transaction.
     *
     * @throws ConnectorException if there is none
     */
    Connection connect() {
        settings.embedded().ifPresent(embedded -> embedded.createIfMissing(settings.login()));
        try {
            Connection connection = DriverManager.getConnection(settings.url(), properties());
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            throw SqlErrors.noConnection(settings, failure);
        }
    }

    /** A new connection that sees one state of the database, as far as the database has one, and changes nothing. */
    Connection connectToRead() {
        return connect(true, dialect.isolation());
    }

    /** A new connection that sees what others have committed by now. */
    Connection connectToWrite() {
        return connect(false, Connection.TRANSACTION_READ_COMMITTED);
    }

    private Connection connect(boolean readOnly, int isolation) {
        Connection connection = connect();
        try {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            return connection;
        } catch (SQLException failure) {
            close(connection);
            throw SqlErrors.noConnection(settings, failure);
        }
    }

    /** What the driver is told. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(settings.login());
        dialect.complete(properties, settings.timeoutSeconds());
        return properties;
    }

    /** Gives back a connection; what it has not committed is undone. */
    static void close(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException lost) {
            // a connection that broke has nothing to give back
        }
    }
}
