package org.syncline.connectors.sql;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.regex.Pattern;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ExportResult;

/** What databases refuse, in the words of this house; by SQLSTATE, and by number where a database has states of its own. */
final class SqlErrors {
    private static final int SQL_SERVER_NOT_NULL = 515;
    private static final int SQL_SERVER_REFERENCE = 547;
    private static final int SQL_SERVER_UNIQUE_INDEX = 2601;
    private static final int SQL_SERVER_UNIQUE_KEY = 2627;
    private static final int SQL_SERVER_LOCK_TIMEOUT = 1222;
    private static final int SQL_SERVER_LOGIN = 18456;
    private static final int SQL_SERVER_DENIED = 229;
    private static final int SQL_SERVER_COLUMN_DENIED = 230;
    private static final int H2_DENIED = 90096;

    /** Why a statement was refused. */
    enum Kind {
        CONNECTION(ExportResult.Code.CONNECTION_LOST, "The connection broke"),
        LOGIN(ExportResult.Code.PERMISSION_DENIED, "The database refuses the user or the password"),
        CONFLICT(ExportResult.Code.BUSY, "Somebody else changed the same rows at the same time"),
        BUSY(ExportResult.Code.BUSY, "The database did not answer in time, or somebody else holds the row"),
        UNIQUE(ExportResult.Code.CONSTRAINT_VIOLATION,
                "Another row has the same value, of which there may be only one"),
        MISSING(ExportResult.Code.CONSTRAINT_VIOLATION, "A column must have a value"),
        REFERENCE(ExportResult.Code.CONSTRAINT_VIOLATION,
                "A row that it refers to is not there, or a row that refers to it still is"),
        CONSTRAINT(ExportResult.Code.CONSTRAINT_VIOLATION, "The table does not allow it"),
        VALUE(ExportResult.Code.CONSTRAINT_VIOLATION, "A value is too long or is not what its column holds"),
        DENIED(ExportResult.Code.PERMISSION_DENIED, "The user has not the right"),
        STATEMENT(ExportResult.Code.SCHEMA_VIOLATION, "The database does not understand the statement"),
        OTHER(ExportResult.Code.CONSTRAINT_VIOLATION, "The database refuses it");

        private final ExportResult.Code code;
        private final String words;

        Kind(ExportResult.Code code, String words) {
            this.code = code;
            this.words = words;
        }
    }

    private SqlErrors() {}

    /** Why the database refused. */
    static Kind kind(SQLException failure) {
        SQLException cause = cause(failure);
        return switch (cause.getErrorCode()) {
            case SQL_SERVER_NOT_NULL -> Kind.MISSING;
            case SQL_SERVER_REFERENCE -> Kind.REFERENCE;
            case SQL_SERVER_UNIQUE_INDEX, SQL_SERVER_UNIQUE_KEY -> Kind.UNIQUE;
            case SQL_SERVER_LOCK_TIMEOUT -> Kind.BUSY;
            case SQL_SERVER_LOGIN -> Kind.LOGIN;
            case SQL_SERVER_DENIED, SQL_SERVER_COLUMN_DENIED, H2_DENIED -> Kind.DENIED;
            default -> kind(cause.getSQLState() == null ? "" : cause.getSQLState());
        };
    }

    private static Kind kind(String state) {
        return switch (state) {
            case "23502" -> Kind.MISSING;
            case "23503", "23506" -> Kind.REFERENCE;
            case "23505" -> Kind.UNIQUE;
            case "42501" -> Kind.DENIED;
            case "55P03", "57014", "HYT00", "HYT01" -> Kind.BUSY;
            default -> switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                case "08", "57", "58" -> Kind.CONNECTION;
                case "28" -> Kind.LOGIN;
                case "40" -> Kind.CONFLICT;
                case "53" -> Kind.BUSY;
                case "22" -> Kind.VALUE;
                case "23" -> Kind.CONSTRAINT;
                case "42" -> Kind.STATEMENT;
                default -> Kind.OTHER;
            };
        };
    }

    /** Drivers hide what happened to one row of a batch behind it. */
    private static SQLException cause(SQLException failure) {
        return failure instanceof BatchUpdateException && failure.getNextException() != null
                ? failure.getNextException()
                : failure;
    }

    /** The database's own words in one line. */
    static String words(SQLException failure) {
        String words = cause(failure).getMessage();
        return words == null ? "no reason given" : words.strip().replaceAll("\\s+", " ");
    }

    /** Nobody can log in. */
    static ConnectorException noConnection(SqlSettings settings, SQLException failure) {
        boolean login = kind(failure) == Kind.LOGIN;
        String remedy = login
                ? "Correct the settings 'user' and 'password'."
                : "Correct the setting 'url', or see whether the database runs.";
        return new ConnectorException(
                login ? ConnectorException.Code.NO_START_CREDENTIALS : ConnectorException.Code.NO_START_CONNECTION,
                "Connector '" + settings.connector() + "': "
                        + (login ? "the database refuses the login" : "the database cannot be reached") + " ("
                        + words(failure) + "). " + remedy,
                failure);
    }

    /** The system as a whole failed while it was read or written. */
    static ConnectorException broken(SqlSettings settings, String doing, SQLException failure) {
        return new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                "Connector '" + settings.connector() + "': " + doing + " broke off. " + kind(failure).words + " ("
                        + words(failure) + ").",
                failure);
    }

    /**
     * What became of one object.
     *
     * @param sensitive whether nothing may be shown of it, and databases show values
     * @param columns that were written; the first one the database names is the guilty one
     */
    static ExportResult.Rejected rejected(SQLException failure, boolean sensitive, Collection<Cell> columns) {
        Kind kind = kind(failure);
        String guilty = guilty(words(failure), columns);
        String words = sensitive
                ? "not shown, the object has sensitive values"
                : words(failure);
        return new ExportResult.Rejected(kind.code, kind.words + " (" + words + ")", guilty, null);
    }

    private static String guilty(String words, Collection<Cell> columns) {
        for (Cell cell : columns) {
            String name = Pattern.quote(cell.format().column().name());
            if (Pattern.compile("(?i)[\"'(\\[.]" + name + "[\"') \\].,]").matcher(words).find()) {
                return cell.name();
            }
        }
        return null;
    }
}
