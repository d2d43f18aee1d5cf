package org.syncline.platform.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.StoreTally;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks;

/** A store in a database. Threads take turns; a transaction is one turn. */
public final class JdbcStore implements Store {
    private final Dialect dialect = Dialect.H2;
    private final AutoCloseable place;
    private final Session session;
    private final Session numbering;
    private final JdbcConnectorSpace connectorSpace;
    private final JdbcMetaverse metaverse;
    private final JdbcRunHistory runHistory;
    private final JdbcWatermarks watermarks;

    private JdbcStore(Connections connections, AutoCloseable place, TypeSource source) throws SQLException {
        this.place = place;
        this.session = new Session(migrated(connections), new StoreTally());
        this.numbering = new Session(connections.open(), new StoreTally());
        Numbers numbers = new Numbers(numbering);
        TypeNumbers types = new TypeNumbers(numbering, source);
        RuleNames rules = new RuleNames(numbering);
        this.connectorSpace = new JdbcConnectorSpace(session, dialect, numbers, types, source);
        this.metaverse = new JdbcMetaverse(session, dialect, numbers, types, rules);
        this.runHistory = new JdbcRunHistory(session, dialect, numbers);
        this.watermarks = new JdbcWatermarks(session);
    }

    private static Connection migrated(Connections connections) throws SQLException {
        Connection connection = connections.open();
        try {
            Migration.run(connection, connections.where());
            return connection;
        } catch (SQLException | RuntimeException exception) {
            connection.close();
            throw exception;
        }
    }

    /**
     * Opens, or creates, the embedded store of a configuration: {@code .syncline/store} in its folder.
     *
     * @throws org.syncline.platform.engine.port.StoreException if the folder cannot be written, another process uses the store, it is
     *     damaged, or a newer version wrote it
     */
    public static JdbcStore open(Path configuration, TypeSource types) {
        StoreFolder folder = StoreFolder.occupy(configuration.resolve(".syncline"));
        try {
            return open("jdbc:h2:file:" + folder.database(), folder.database() + ".mv.db", folder, types);
        } catch (RuntimeException exception) {
            folder.close();
            throw exception;
        }
    }

    /** Opens, or creates, the store at a JDBC address of H2. */
    public static JdbcStore open(String url, TypeSource types) {
        return open(url, url, () -> {}, types);
    }

    private static JdbcStore open(String url, String where, AutoCloseable place, TypeSource types) {
        try {
            return new JdbcStore(new Connections(url, where), place, types);
        } catch (SQLException exception) {
            throw Refusal.of("open " + where, exception);
        }
    }

    @Override
    public ConnectorSpace connectorSpace() {
        return connectorSpace;
    }

    @Override
    public Metaverse metaverse() {
        return metaverse;
    }

    @Override
    public RunHistory runHistory() {
        return runHistory;
    }

    @Override
    public Watermarks watermarks() {
        return watermarks;
    }

    @Override
    public void inTransaction(Runnable work) {
        session.inTransaction(work);
    }

    @Override
    public void makeDurable() {
        session.execute(dialect.makeDurable());
    }

    @Override
    public StoreStatistics statistics() {
        return session.tally().soFar();
    }

    @Override
    public void close() {
        try (place; numbering; session) {
            // Closing in this order is all there is to do.
        } catch (RuntimeException exception) {
            throw exception;
        } catch (Exception exception) {
            throw new IllegalStateException("The store cannot be closed", exception);
        }
    }
}
