package org.syncline.platform.store;

import java.sql.SQLException;
import org.syncline.platform.engine.port.StoreException;

/** Says in plain words what a database refused. */
final class Refusal {
    private static final String DUPLICATE_KEY = "23505";
    private static final String CONNECTION = "08";
    private static final String SERVER_ENDS = "57P0";

    private Refusal() {}

    static StoreException of(String doing, SQLException exception) {
        SQLException cause = exception.getNextException() == null ? exception : exception.getNextException();
        return new StoreException(message(doing, cause), exception);
    }

    private static String message(String doing, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.equals(DUPLICATE_KEY)) {
            return "The store refused '" + doing + "': a new row exists already; nothing was written";
        }
        if (state.startsWith(CONNECTION) || state.startsWith(SERVER_ENDS)) {
            return "The connection to the store was lost at '" + doing + "' (" + firstLine(cause)
                    + "). What was committed is kept; run again when the server answers";
        }
        return "The store refused '" + doing + "': " + firstLine(cause)
                + "; nothing was written. Check free space and permissions of its folder or server";
    }

    private static String firstLine(SQLException exception) {
        String message = exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
        int end = message.indexOf("; SQL statement");
        return (end < 0 ? message : message.substring(0, end)).lines().findFirst().orElse("");
    }
}
