package org.syncline.platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.syncline.platform.engine.port.StoreException;

/** Brings a database to the tables of this version. */
final class Migration {
    private static final Map<String, Object> QUIETLY = Map.of(
            "liquibase.analytics.enabled", false,
            Scope.Attr.ui.name(), new LoggerUIService());

    /** Kept here, since a logger nobody holds forgets its level: one line for each change set is of use to nobody. */
    private static final Logger LOGGER = Logger.getLogger("liquibase");

    private Migration() {}

    /**
     * Brings the database up to date.
     *
     * @param where the database is, for messages
     */
    static void run(Connection connection, Dialect dialect, String where) throws SQLException {
        switch (Changelog.state(connection, where)) {
            case NEW -> create(connection, dialect.script());
            case BEHIND -> catchUp(connection, where);
            case CURRENT -> {}
        }
    }

    /** By the script that Liquibase writes for a new database, which takes a tenth of the time it takes itself. */
    private static void create(Connection connection, String name) throws SQLException {
        connection.setAutoCommit(false);
        try (InputStream script = Migration.class.getResourceAsStream(name);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            connection.commit();
            connection.setAutoCommit(true);
        } catch (IOException exception) {
            throw new StoreException("The script " + name + " of this version cannot be read", exception);
        }
    }

    private static void catchUp(Connection connection, String where) throws SQLException {
        quieten();
        try {
            Scope.child(QUIETLY, () -> update(connection));
        } catch (Exception exception) {
            demandRights(exception);
            throw new StoreException("The tables of the store " + where + " cannot be brought up to date: "
                    + exception.getMessage() + ". Restore it from a backup, or report this", exception);
        }
    }

    /** Lets the database say in its own words that the user lacks rights. */
    private static void demandRights(Exception failure) throws SQLException {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && Refusal.LACKING_RIGHTS.equals(refused.getSQLState())) {
                throw refused;
            }
        }
    }

    private static void quieten() {
        if (LOGGER.getLevel() == null) {
            LOGGER.setLevel(Level.WARNING);
        }
    }

    private static void update(Connection connection) throws LiquibaseException {
        Liquibase liquibase =
                new Liquibase(Changelog.MASTER, new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        // The store is ours alone: whoever holds Liquibase's lock died while holding it.
        liquibase.forceReleaseLocks();
        liquibase.update(new Contexts());
    }
}
