package org.syncline.platform.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.StoreTally;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks;

/** A store in a database. Threads take turns; a transaction is one turn. */
public final class JdbcStore implements Store {
    static final String FOLDER = ".syncline";
    private static final int MOST_READ_WHOLE = 500;
    private final Dialect dialect;
    private final AutoCloseable place;
    private final Session session;
    private final Session numbering;
    private final JdbcConnectorSpace connectorSpace;
    private final JdbcMetaverse metaverse;
    private final JdbcRunHistory runHistory;
    private final JdbcWatermarks watermarks;
    private final JdbcGuardHistory guardHistory;
    private final JdbcExportHistory exportHistory;
    private final JdbcRulesetVersions rulesetVersions;

    private JdbcStore(
            Dialect dialect, Session session, Session numbering, AutoCloseable place, TypeSource source, int most) {
        this.dialect = dialect;
        this.place = place;
        this.session = session;
        this.numbering = numbering;
        Numbers numbers = new Numbers(numbering);
        TypeNumbers types = new TypeNumbers(numbering, source);
        RuleNames rules = new RuleNames(numbering);
        this.connectorSpace = new JdbcConnectorSpace(session, dialect, numbers, types, source, most);
        this.metaverse = new JdbcMetaverse(session, dialect, numbers, types, rules, most);
        this.runHistory = new JdbcRunHistory(session, dialect, numbers, types);
        this.watermarks = new JdbcWatermarks(session);
        this.guardHistory = new JdbcGuardHistory(session, numbers);
        this.exportHistory = new JdbcExportHistory(session);
        this.rulesetVersions = new JdbcRulesetVersions(session, dialect);
    }

    /**
     * Opens, or creates, the embedded store of a configuration: {@code .syncline/store} in its folder.
     *
     * @throws org.syncline.platform.engine.port.StoreException if the folder cannot be written, another process uses the store, it is
     *     damaged, or a newer version wrote it
     */
    public static JdbcStore open(Path configuration, TypeSource types) {
        StoreFolder folder = StoreFolder.occupy(configuration.resolve(FOLDER));
        try {
            EmbeddedFile file = new EmbeddedFile(folder.database());
            return open(file.database(), file.open(), folder, types, MOST_READ_WHOLE);
        } catch (RuntimeException exception) {
            folder.close();
            throw exception;
        }
    }

    /**
     * Opens an empty embedded store beside that of a configuration, for what nobody needs afterwards: closing it deletes it.
     *
     * @throws org.syncline.platform.engine.port.StoreException if the folder cannot be written
     */
    public static JdbcStore temporary(Path configuration, TypeSource types) {
        TemporaryFolder folder = TemporaryFolder.in(configuration.resolve(FOLDER));
        try {
            return open(new H2Database("jdbc:h2:file:" + folder.database(), folder.database().toString()), folder,
                    types,
                    MOST_READ_WHOLE);
        } catch (RuntimeException exception) {
            folder.close();
            throw exception;
        }
    }

    /** Opens, or creates, the store at a JDBC address of H2. */
    public static JdbcStore open(String url, TypeSource types) {
        return open(url, types, MOST_READ_WHOLE);
    }

    /** @param most how many references an attribute may have that is read with its object */
    public static JdbcStore open(String url, TypeSource types, int most) {
        return open(new H2Database(url, url), () -> {}, types, most);
    }

    /**
     * Opens, or creates, the store on a database server.
     *
     * @throws org.syncline.platform.engine.port.StoreException if the server cannot be reached, refuses the user or lacks rights,
     *     another process uses the store, or a newer version wrote it
     */
    public static JdbcStore open(StoreAddress address, TypeSource types) {
        return open(address, types, MOST_READ_WHOLE);
    }

    /** @param most how many references an attribute may have that is read with its object */
    public static JdbcStore open(StoreAddress address, TypeSource types, int most) {
        return open(address.database(), () -> {}, types, most);
    }

    private static JdbcStore open(Database database, AutoCloseable place, TypeSource types, int most) {
        return open(database, migrated(database), place, types, most);
    }

    private static Connection migrated(Database database) {
        Connection connection = database.open();
        try {
            Migration.run(connection, database.dialect(), database.where());
            return connection;
        } catch (SQLException exception) {
            close(connection, exception);
            throw database.refusal(exception);
        } catch (RuntimeException exception) {
            close(connection, exception);
            throw exception;
        }
    }

    private static JdbcStore open(
            Database database, Connection connection, AutoCloseable place, TypeSource types, int most) {
        try {
            return withNumbering(database, connection, place, types, most);
        } catch (SQLException exception) {
            close(connection, exception);
            throw database.refusal(exception);
        } catch (RuntimeException exception) {
            close(connection, exception);
            throw exception;
        }
    }

    private static JdbcStore withNumbering(
            Database database, Connection connection, AutoCloseable place, TypeSource types, int most)
            throws SQLException {
        Connection second = database.open();
        try {
            Dialect dialect = database.dialect();
            return new JdbcStore(dialect, new Session(connection, dialect, new StoreTally()),
                    new Session(second, dialect, new StoreTally()), place, types, most);
        } catch (SQLException | RuntimeException exception) {
            close(second, exception);
            throw exception;
        }
    }

    private static void close(Connection connection, Exception failure) {
        try {
            connection.close();
        } catch (SQLException again) {
            failure.addSuppressed(again);
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
    public GuardHistory guardHistory() {
        return guardHistory;
    }

    @Override
    public ExportHistory exportHistory() {
        return exportHistory;
    }

    @Override
    public RulesetVersions rulesetVersions() {
        return rulesetVersions;
    }

    @Override
    public void inTransaction(Runnable work) {
        session.inTransaction(work);
    }

    @Override
    public void makeDurable() {
        if (dialect.makeDurable() != null) {
            session.execute(dialect.makeDurable());
        }
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
