package org.syncline.platform.store;

import java.sql.SQLException;
import org.syncline.platform.engine.port.StoreException;

/** Says in plain words what a database refused. */
final class Refusal {
    private static final String DUPLICATE_KEY = "23505";

    private Refusal() {}

    static StoreException of(String doing, SQLException exception) {
        SQLException cause = exception.getNextException() == null ? exception : exception.getNextException();
        return DUPLICATE_KEY.equals(cause.getSQLState())
                ? new StoreException("The store refused '" + doing
                        + "': a new row exists already; nothing was written", exception)
                : new StoreException("The store refused '" + doing + "': " + firstLine(cause)
                        + "; nothing was written. Check free space and permissions of its folder", exception);
    }

    private static String firstLine(SQLException exception) {
        String message = exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
        int end = message.indexOf("; SQL statement");
        return (end < 0 ? message : message.substring(0, end)).lines().findFirst().orElse("");
    }
}
