package org.syncline.platform.store;

import java.sql.SQLException;
import java.util.Set;
import org.syncline.platform.engine.port.StoreException;

/** Says in plain words what a database refused. */
final class Refusal {
    static final String LACKING_RIGHTS = "42501";
    private static final String DUPLICATE_KEY = "23505";
    private static final String CONNECTION = "08";
    private static final String SERVER_ENDS = "57P0";
    private static final Set<String> EMBEDDED_STORE_CLOSED = Set.of("90067", "90098", "90121");

    private Refusal() {}

    static StoreException of(String doing, SQLException exception) {
        SQLException cause = exception.getNextException() == null ? exception : exception.getNextException();
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith(CONNECTION) || state.startsWith(SERVER_ENDS)) {
            return StoreException.lost(
                    "The connection to the store was lost at '" + doing + "' (" + firstLine(cause)
                            + "). What was committed is kept; run again when the server answers",
                    exception);
        }
        if (EMBEDDED_STORE_CLOSED.contains(state)) {
            return StoreException.lost(
                    "The store closed itself at '" + doing + "' (" + firstLine(root(exception))
                            + "). What was committed is kept; "
                            + remedy(root(exception)),
                    exception);
        }
        return new StoreException(message(doing, state, cause), exception);
    }

    private static String message(String doing, String state, SQLException cause) {
        return switch (state) {
            case DUPLICATE_KEY -> "The store refused '" + doing + "': a new row exists already; nothing was written";
            case LACKING_RIGHTS -> "The store refused '" + doing + "': " + firstLine(cause)
                    + "; nothing was written. Grant its user select, insert, update and delete on all of its tables";
            default -> "The store refused '" + doing + "': " + firstLine(cause)
                    + "; nothing was written. Check free space and permissions of its folder or server";
        };
    }

    private static String remedy(Throwable root) {
        return root instanceof OutOfMemoryError
                ? "give the program more memory, such as SYNCLINE_JAVA_OPTS=-Xmx2g, and run again"
                : "check free space and permissions of its folder, and run again";
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable exception) {
        String message = exception.getMessage() == null ? exception.getClass().getSimpleName() : exception.getMessage();
        int end = message.indexOf("; SQL statement");
        return (end < 0 ? message : message.substring(0, end)).lines().findFirst().orElse("");
    }
}
