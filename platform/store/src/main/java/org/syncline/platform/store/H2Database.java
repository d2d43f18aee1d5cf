package org.syncline.platform.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.syncline.platform.engine.port.StoreException;

/** H2 in this process; says in plain words why it can't be opened. */
final class H2Database implements Database {
    /** Commits are on disk after 500 ms at most; small bodies stand in their row. */
    private static final String SETTINGS =
            ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE;MAX_LENGTH_INPLACE_LOB=1000000";
    private static final Pattern REASON = Pattern.compile("; SQL statement:.*|\\[\\d+-\\d+]", Pattern.DOTALL);

    static {
        // H2 looks every value up in a cache of values, which costs a fifth of the writing and saves nothing.
        System.getProperties().putIfAbsent("h2.objectCache", "false");
    }

    private final String url;
    private final String where;

    H2Database(String url, String where) {
        this.url = url;
        this.where = where;
    }

    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public Connection open() {
        try {
            Properties user = new Properties();
            user.setProperty("user", "syncline");
            user.setProperty("password", "");
            return Driver.load().connect(url + SETTINGS, user);
        } catch (SQLException exception) {
            throw refusal(exception);
        }
    }

    @Override
    public StoreException refusal(SQLException exception) {
        return new StoreException(message(exception), exception);
    }

    private String message(SQLException exception) {
        String reason = REASON.matcher(String.valueOf(exception.getMessage())).replaceAll("").strip();
        return switch (exception.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                    "Another process is using the store " + where + ". Wait until it has ended, or stop it";
            case ErrorCode.UNSUPPORTED_SETTING_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                    "The file " + where + " is a database, but not a store of Syncline (" + reason + "). Move it away";
            case ErrorCode.FILE_VERSION_ERROR_1 ->
                    "The store " + where + " was written by another version of H2 (" + reason
                            + "). Start the version of Syncline that wrote it";
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1, ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2 ->
                    "The store " + where + " is damaged or cannot be read (" + reason
                            + "). Restore it from a backup; without one, move it away and import every system in full";
            default -> "The store " + where + " cannot be opened (" + reason + ")";
        };
    }
}
